import { type JsonObject, listOperations, type OpenApiDocument } from '@giftoin/openapi';
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { createOpenSetType } from './open-set.ts';
import { prepareDocument } from './prepare-document.ts';
import { listRecursiveSchemas, moveToAliases } from './recursive-schemas.ts';

/** Creates the types of a document with openapi-typescript. */
export async function createTypes(document: OpenApiDocument): Promise<string> {
  const names = new Set(
    listOperations(document).flatMap(({ parameters }) => parameters.map(({ name, in: place }) => `${place} ${name}`)),
  );
  const isGiven = ({ in: place, name }: JsonObject) => names.has(`${place} ${name}`);
  const prepared = prepareDocument(document, isGiven);
  // openapi-typescript changes the document.
  const nodes = await openapiTS(structuredClone(prepared) as unknown as OpenAPI3, {
    alphabetize: false,
    immutable: true,
    // Properties with a default are optional in requests.
    defaultNonNullable: false,
    // An object without properties can have any.
    emptyObjectsUnknown: true,
    silent: true,
    transform: createOpenSetType,
  });
  return astToString(moveToAliases(nodes, listRecursiveSchemas(prepared)));
}
