import { DocumentError, type JsonObject, listOperations, type OpenApiDocument } from '@giftoin/openapi';
import openapiTS, { astToString, type OpenAPI3, type OpenAPITSOptions } from 'openapi-typescript';
import { createOpenSetType } from './open-set.ts';
import { prepareDocument } from './prepare-document.ts';
import { listRecursiveSchemas, moveToAliases } from './recursive-schemas.ts';

/**
 * Creates the types of a document with openapi-typescript.
 *
 * @throws {DocumentError} if openapi-typescript does not accept the document
 */
export async function createTypes(document: OpenApiDocument): Promise<string> {
  const names = new Set(
    listOperations(document).flatMap(({ parameters }) => parameters.map(({ name, in: place }) => `${place} ${name}`)),
  );
  const isGiven = ({ in: place, name }: JsonObject) => names.has(`${place} ${name}`);
  const prepared = prepareDocument(document, isGiven);
  const options: OpenAPITSOptions = {
    alphabetize: false,
    immutable: true,
    // Properties with a default are optional in requests.
    defaultNonNullable: false,
    // An object without properties can have any.
    emptyObjectsUnknown: true,
    silent: true,
    transform: createOpenSetType,
  };
  // openapi-typescript changes the document.
  const copy = structuredClone(prepared) as unknown as OpenAPI3;
  const nodes = await openapiTS(copy, options).catch((error: Error) => {
    throw new DocumentError(`openapi-typescript cannot generate types: ${error.message}.`);
  });
  return astToString(moveToAliases(nodes, listRecursiveSchemas(prepared)));
}
