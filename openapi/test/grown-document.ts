import type { JsonObject, OpenApiDocument } from '@giftoin/openapi';
import { readDocument } from '@giftoin/openapi';
import { withDocument } from './redocly.ts';

/** Reads a document with these parts. */
export function readParts(parts: JsonObject): Promise<OpenApiDocument> {
  const document = { openapi: '3.1.0', info: { title: 'Pets', version: '1.0.0' }, ...parts };
  return withDocument(JSON.stringify(document), (file) => readDocument(file));
}

/** Reads a document with one operation, `POST /pets/{petId}`. `parts` replace parts of it. */
export function readOperationParts(parts: JsonObject, components: JsonObject = {}): Promise<OpenApiDocument> {
  const petId = { name: 'petId', in: 'path', required: true, schema: { type: 'string' } };
  const operation = { operationId: 'updatePet', responses: { 204: { description: 'Done.' } }, ...parts };
  return readParts({ paths: { '/pets/{petId}': { parameters: [petId], post: operation } }, components });
}

/** Creates the `content` of a JSON body. */
export function json(schema: unknown, more: JsonObject = {}): JsonObject {
  return { content: { 'application/json': { schema, ...more } } };
}
