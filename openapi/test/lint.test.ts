import { type JsonObject, type OpenApiDocument, readDocument } from '@giftoin/openapi';
import { expect, test } from 'vitest';
import { redocly, withDocument } from './redocly.ts';

test.each(['giftoin', 'sandbox-control'])('%s passes the strict rules without a warning', async (name) => {
  const { code, json } = await redocly('lint', name, '--format=json');
  expect({ code, report: json() }).toMatchObject({ code: 0, report: { totals: { errors: 0, warnings: 0 } } });
});

// biome-ignore lint/suspicious/noExplicitAny: The edits reach into any part of the document.
type Editable = any;

/** Returns the first object in the document for which `isMatch` returns true. */
function find(value: Editable, isMatch: (object: JsonObject) => boolean): Editable {
  if (typeof value !== 'object' || value === null) return undefined;
  if (!Array.isArray(value) && isMatch(value)) return value;
  for (const item of Object.values(value)) {
    const found = find(item, isMatch);
    if (found !== undefined) return found;
  }
  return undefined;
}

const operationOf = (document: OpenApiDocument) => find(document.paths, (object) => 'operationId' in object);

test.each<[string, (document: Editable) => void]>([
  [
    'giftoin/property-description',
    (document) => {
      const { properties } = find(document.components.schemas, (object) => 'properties' in object);
      Object.assign(Object.values(properties)[0] as object, { description: 'No full stop' });
    },
  ],
  ['giftoin/operation-errors', (document) => delete operationOf(document).responses['500']],
  ['giftoin/operation-errors', (document) => delete operationOf(document).responses['400']],
  [
    'rule/three-api-key-headers',
    ({ components }) => delete components.securitySchemes[Object.keys(components.securitySchemes)[0] ?? ''],
  ],
  [
    'rule/api-key-precedence',
    ({ components }) => delete find(components.securitySchemes, (object) => 'x-precedence' in object)['x-precedence'],
  ],
  ['rule/operation-id-camel-case', (document) => Object.assign(operationOf(document), { operationId: 'get_progress' })],
  [
    'rule/schema-source',
    (document) =>
      Object.assign(
        find(document.components.schemas, (object) => 'type' in object),
        { 'x-source': 'guess' },
      ),
  ],
])('%s reports the error that it exists for', async (rule, change) => {
  const document = structuredClone(await readDocument());
  change(document);
  const text = JSON.stringify(document);
  const { code, json } = await withDocument(text, (file) => redocly('lint', file, '--format=json'));
  const { problems } = json() as { problems: { ruleId: string }[] };
  expect({ code, rules: problems.map(({ ruleId }) => ruleId) }).toEqual({
    code: 1,
    rules: expect.arrayContaining([rule]),
  });
});

test('accepts a write that returns 201, and reports 422 for an invalid request', async () => {
  const document: Editable = structuredClone(await readDocument());
  const { 200: success, 400: invalid, ...others } = operationOf(document).responses;
  document.paths['/api/v1/colours'] = {
    post: {
      ...operationOf(document),
      operationId: 'createColour',
      requestBody: { content: { 'application/json': { schema: { type: 'string' } } } },
      responses: { 201: success, 422: invalid, ...others },
    },
  };
  const { code, json } = await withDocument(JSON.stringify(document), (file) => redocly('lint', file, '--format=json'));
  expect({ code, report: json() }).toMatchObject({ code: 0, report: { totals: { errors: 0 } } });
});

test('requires no errors of the API of a webhook', async () => {
  const document: Editable = structuredClone(await readDocument());
  const schema = { type: 'object', required: ['id'], properties: { id: { type: 'string', description: 'The ID.' } } };
  const { tags, summary, description } = operationOf(document);
  document.webhooks = {
    ...document.webhooks,
    rewardGranted: {
      post: {
        ...{ operationId: 'rewardGranted', tags, summary, description },
        requestBody: { required: true, content: { 'application/json': { schema } } },
        responses: { 204: { description: 'It was received.' } },
      },
    },
  };
  const { json } = await withDocument(JSON.stringify(document), (file) => redocly('lint', file, '--format=json'));
  const { problems } = json() as { problems: { ruleId: string; message: string }[] };
  expect(problems.map(({ ruleId, message }) => [ruleId, message])).toEqual([]);
});
