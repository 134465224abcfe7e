import type { JsonObject } from '@giftoin/openapi';
import { findFirstOperation, listOperationPaths, type Path } from './contract-document.ts';
import type { EverydayChange } from './everyday-change.ts';

/** Changes of what else a response can be. */
export const responseChanges: readonly EverydayChange[] = [
  {
    name: 'new error status',
    bump: 'minor',
    edit(document) {
      const operations = listOperationPaths(document);
      const used = operations.flatMap((path) => Object.keys(document.read([...path, 'responses']) as JsonObject));
      const status = ['410', '423', '451'].find((code) => !used.includes(code));
      if (!status) throw new Error('The document has every status code that this change adds.');
      const name = `Added${status}`;
      const responses: Path = ['components', 'responses'];
      const added = structuredClone(document.read([...responses, 'NotFound'])) as JsonObject;
      document.write([...responses, name], {
        ...added,
        description: 'The program is no longer available.',
        content: {
          'application/json': { ...toMediaType(added), examples: { added: { $ref: `#/components/examples/${name}` } } },
        },
      });
      const example = document.read(['components', 'examples', 'NotFound']) as { value: { status: JsonObject } };
      const body = {
        ...example.value.status,
        errorCode: Number(status),
        errorMessage: 'The program is no longer available.',
      };
      document.write(['components', 'examples', name], { summary: 'No longer available', value: { status: body } });
      for (const path of operations) {
        document.write([...path, 'responses', status], { $ref: `#/components/responses/${name}` });
      }
    },
  },
  {
    name: 'new response header',
    bump: 'minor',
    edit(document) {
      const response = document.resolve([...findFirstOperation(document), 'responses', '200']);
      const headers = [...response, 'headers'];
      document.write([...headers, document.findUnusedName(headers, 'X-Request-Id')], {
        description: 'The ID of the request.',
        schema: { type: 'string' },
        example: 'a1b2c3',
      });
    },
  },
];

function toMediaType(response: JsonObject): JsonObject {
  return (response.content as JsonObject)['application/json'] as JsonObject;
}
