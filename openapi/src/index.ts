/**
 * Reads an OpenAPI document. The types, the client, the mock server, the contract tests and the docs are built from it.
 *
 * @module
 */

export { createExample } from './create-example.ts';
export { isObject, type JsonObject, type OpenApiDocument, toArray, toObject } from './document.ts';
export { createUnsupportedError, DocumentError, type Problem } from './document-error.ts';
export { inlineReferences } from './inline-references.ts';
export { type DocumentedError, type ErrorExample, listErrorPages, listErrors } from './list-errors.ts';
export type {
  ApiKey,
  CursorPagination,
  NamedExample,
  OffsetPagination,
  Operation,
  Pagination,
  Parameter,
  ParameterType,
  RequestBody,
  Response,
  ResponseHeader,
  ResponseRange,
  Webhook,
} from './model.ts';
export { readDocsUrl } from './read-docs-url.ts';
export { documentFile, readDocument, sandboxControlFile } from './read-document.ts';
export { checkSupported, listNotes, listOperations, listWebhooks } from './read-model.ts';
export { findResponse, isSuccess } from './read-responses.ts';
export { listServers } from './read-servers.ts';
export { resolveReference } from './resolve-reference.ts';
export { createSchemaValidator, type SchemaValidator, type SchemaViolation } from './schemas.ts';
export { createPartsValidator, type PartsValidator } from './validate-in-parts.ts';
export { type Kind, mapChildren, type Replace } from './visit-document.ts';
