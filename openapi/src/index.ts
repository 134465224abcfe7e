/**
 * Reading the OpenAPI document: the one source of types, client, mock, contract suite and docs.
 *
 * @module
 */
export {
  DocumentError,
  documentFile,
  isObject,
  type JsonObject,
  type OpenApiDocument,
  readDocument,
  resolve,
  sandboxControlFile,
} from './document.ts';
export { inlineReferences } from './inline-references.ts';
export { listOperations, type Operation, type Parameter, type Response } from './operations.ts';
export { createSchemaValidator, type SchemaValidator, type SchemaViolation } from './schemas.ts';
