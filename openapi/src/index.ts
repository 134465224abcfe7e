/**
 * Reads an OpenAPI document. The types, the client, the mock server, the contract tests and the docs are built from it.
 *
 * @module
 */
export { isObject, type JsonObject, type OpenApiDocument } from './document.ts';
export { DocumentError } from './document-error.ts';
export { inlineReferences } from './inline-references.ts';
export { listOperations, type Operation, type Parameter, type Response } from './operations.ts';
export { documentFile, readDocument, sandboxControlFile } from './read-document.ts';
export { resolveReference } from './resolve-reference.ts';
export { createSchemaValidator, type SchemaValidator, type SchemaViolation } from './schemas.ts';
