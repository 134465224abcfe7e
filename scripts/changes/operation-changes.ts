import type { JsonObject } from '@giftoin/openapi';
import { type ContractDocument, findFirstOperation } from './contract-document.ts';
import type { EverydayChange } from './everyday-change.ts';

/** New operations. Each has the errors and the tags of the first operation. */
export const operationChanges: readonly EverydayChange[] = [
  {
    name: 'new endpoint',
    bump: 'minor',
    edit(document) {
      addOperation(document, 'get', (name) => ({
        operationId: `list${name}`,
        summary: 'List the added items',
        description: 'Returns the first items.',
        parameters: [
          {
            name: 'limit',
            in: 'query',
            description: 'The number of items to return.',
            schema: { type: 'integer', minimum: 1, maximum: 100, default: 20 },
            example: 2,
          },
        ],
        responses: { 200: createSuccess({ type: 'array', items: { type: 'string' } }, ['a', 'b']) },
      }));
    },
  },
  {
    name: 'new write',
    bump: 'minor',
    edit(document) {
      const schema = {
        type: 'object',
        required: ['text'],
        properties: { text: { type: 'string', minLength: 1, description: 'The text of the item.' } },
      };
      const example = { text: 'An item' };
      addOperation(document, 'post', (name) => ({
        operationId: `create${name}`,
        summary: 'Create an added item',
        description: 'Creates an item.',
        requestBody: { required: true, content: { 'application/json': { schema, example } } },
        // Copies, because the YAML of one object in two places would be an alias.
        responses: { 201: createSuccess(structuredClone(schema), structuredClone(example)) },
      }));
    },
  },
];

function addOperation(document: ContractDocument, method: string, create: (name: string) => JsonObject): void {
  const first = document.read(findFirstOperation(document)) as JsonObject;
  const isError = ([status]: [string, unknown]) => /^[45]/.test(status) && status !== '404';
  const errors = Object.fromEntries(Object.entries(first.responses as JsonObject).filter(isError));
  const path = document.findUnusedName(['paths'], `/api/v1/added-${method}-items`);
  const words = path.slice('/api/v1/'.length).split('-');
  const operation = create(words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(''));
  const responses = { ...(operation.responses as JsonObject), ...errors };
  document.write(['paths', path], { [method]: { ...operation, tags: first.tags, 'x-source': 'ours', responses } });
}

function createSuccess(schema: JsonObject, example: unknown): JsonObject {
  return {
    description: 'The operation succeeded.',
    'x-source': 'ours',
    content: { 'application/json': { schema, examples: { added: { summary: 'An example', value: example } } } },
  };
}
