import { type OpenApiDocument, toObject } from './document.ts';
import { methods } from './methods.ts';
import type { Webhook } from './model.ts';
import { createPlaceReader, type Reports } from './place-reader.ts';
import { readContent } from './read-content.ts';

/** Reads the webhooks of a document. */
export function readWebhooks(document: OpenApiDocument, reports: Reports): Webhook[] {
  return Object.entries(toObject(document.webhooks)).flatMap(([name, value]) => {
    const reader = createPlaceReader(document, reports, `webhook ${name}`);
    const item = reader.resolve(value);
    const [method, ...others] = methods.filter((method) => item[method] !== undefined);
    if (method === undefined) return [];
    if (others.length > 0) reader.refuse('A webhook with several methods is not supported. Use one webhook for each.');
    const operation = reader.resolve(item[method]);
    const body = operation.requestBody === undefined ? {} : reader.resolve(operation.requestBody);
    return {
      name,
      method,
      ...readContent(reader.at('request body'), body.content),
      deprecated: operation.deprecated === true,
      summary: typeof operation.summary === 'string' ? operation.summary : undefined,
      description: typeof operation.description === 'string' ? operation.description : undefined,
    };
  });
}
