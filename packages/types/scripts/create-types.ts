import { DocumentError, type JsonObject, listOperations, type OpenApiDocument } from '@giftoin/openapi';
import openapiTS, { astToString, type OpenAPI3, type OpenAPITSOptions } from 'openapi-typescript';
import { createOpenSetType } from './open-set.ts';
import { prepareDocument } from './prepare-document.ts';
import { listRecursiveSchemas, moveToAliases } from './recursive-schemas.ts';

/**
 * Creates the types of a document with openapi-typescript: read-only, and with the known values of open sets.
 *
 * @throws {DocumentError} if openapi-typescript does not accept the document
 */
export function createTypes(document: OpenApiDocument): Promise<string> {
  return generateTypes(document, { immutable: true, transform: createOpenSetType });
}

/**
 * Creates the types exactly as openapi-typescript generates them.
 *
 * @throws {DocumentError} if openapi-typescript does not accept the document
 */
export function createPlainTypes(document: OpenApiDocument): Promise<string> {
  return generateTypes(document, {});
}

async function generateTypes(
  document: OpenApiDocument,
  { immutable = false, transform }: Pick<OpenAPITSOptions, 'immutable' | 'transform'>,
): Promise<string> {
  const names = new Set(
    listOperations(document).flatMap(({ parameters }) => parameters.map(({ name, in: place }) => `${place} ${name}`)),
  );
  const isGiven = ({ in: place, name }: JsonObject) => names.has(`${place} ${name}`);
  const prepared = prepareDocument(document, isGiven);
  const options: OpenAPITSOptions = {
    alphabetize: false,
    immutable,
    // Properties with a default are optional in requests.
    defaultNonNullable: false,
    // An object without properties can have any.
    emptyObjectsUnknown: true,
    silent: true,
    ...(transform && { transform }),
  };
  // openapi-typescript changes the document.
  const copy = structuredClone(prepared) as unknown as OpenAPI3;
  const nodes = await openapiTS(copy, options).catch((error: Error) => {
    throw new DocumentError(`openapi-typescript cannot generate types: ${error.message}.`);
  });
  return astToString(moveToAliases(nodes, listRecursiveSchemas(prepared)));
}
