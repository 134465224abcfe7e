import { readFile } from 'node:fs/promises';
import { createSchemaValidator, isObject, listOperations, readDocument } from '@giftoin/openapi';
import { describe, expect, test } from 'vitest';

const document = await readDocument();
const operations = listOperations(document);
const validate = createSchemaValidator(document);

test('every response of every operation has a named example', () => {
  const missing = operations.flatMap(({ operationId, responses }) =>
    responses
      .filter(({ schema, examples }) => schema && examples.size === 0)
      .map(({ status }) => `${operationId}: the response ${status} has no example. Add one to its examples.`),
  );
  expect(missing).toEqual([]);
});

describe.each(operations)('$operationId', ({ responses }) => {
  const examples = responses.flatMap(({ status, schema, examples }) =>
    [...examples].map(([name, value]) => ({ status, name, schema: schema ?? {}, value })),
  );

  test.each(examples)('the example $name of $status matches its schema', ({ schema, value }) => {
    expect(value).toBeDefined();
    expect(validate(schema, value)).toEqual([]);
  });
});

/** Returns a copy with only the properties that the page has, in the order of the document. */
function pick(value: unknown, page: unknown): unknown {
  if (Array.isArray(value) && Array.isArray(page)) return value.map((item, index) => pick(item, page[index]));
  if (!isObject(value) || !isObject(page)) return value;
  return Object.fromEntries(
    Object.keys(value).flatMap((name) => (name in page ? [[name, pick(value[name], page[name])]] : [])),
  );
}

test("the provider's example is unchanged, including the order of its properties", async () => {
  const page = JSON.parse(await readFile(new URL('./provider-page.json', import.meta.url), 'utf8'));
  const [list, one] = operations.map(({ responses }) => responses[0]?.examples.get('providerPage'));
  const advice =
    'The example providerPage differs from openapi/test/provider-page.json, the example on the page of the provider. ' +
    'If the provider has changed the page, copy the example of the page into that file.';
  // The document can be newer than the page: properties that the page does not have are allowed.
  expect(JSON.stringify(pick(one, page)), advice).toBe(JSON.stringify(page));
  expect(JSON.stringify(pick(list, [page])), advice).toBe(JSON.stringify([page]));
});

test('the schema validator returns a violation for each place', () => {
  const validate = createSchemaValidator({
    components: {
      schemas: {
        Card: {
          required: ['name', 'id', 'image', 'ownedQuantity', 'isOwned', 'rarity'],
          properties: {
            image: { type: 'string', format: 'uri', pattern: '^https://[A-Za-z0-9[]' },
            ownedQuantity: { type: 'integer', minimum: 0 },
            rarity: { $ref: '#/components/schemas/CardRarity' },
          },
        },
        CardRarity: { anyOf: [{ type: 'string', enum: ['rare'] }, { type: 'string' }] },
      },
    },
  });
  const card = { $ref: '#/components/schemas/Card' };
  const messages = (...[schema, value]: Parameters<typeof validate>) =>
    validate(schema, value).map(({ path, message }) => `${path} ${message}`);
  const valid = {
    name: 'a',
    id: 'b',
    image: 'https://example.com/c.png',
    ownedQuantity: 0,
    isOwned: false,
    rarity: 'd',
  };
  expect(validate(card, { ...valid, unknown: true })).toEqual([]);
  expect(validate(card, { ...valid, ownedQuantity: -1 })).toEqual([
    { code: 'minimum', path: 'ownedQuantity', values: { comparison: '>=', limit: 0 }, message: 'must be >= 0' },
  ]);
  expect(validate(card, { ...valid, image: 'http://example.com/c.png' })).toEqual([
    {
      code: 'pattern',
      path: 'image',
      values: { pattern: '^https://[A-Za-z0-9[]' },
      message: 'must match pattern "^https://[A-Za-z0-9[]"',
    },
  ]);
  expect(messages(card, { ...valid, image: 'https://a b' })).toEqual(['image must match format "uri"']);
  expect(messages({ type: 'array', items: card }, [{ ...valid, rarity: 7 }])).toEqual([
    '[0].rarity must be string',
    '[0].rarity must be equal to one of the allowed values: rare',
    '[0].rarity must be string',
    '[0].rarity must match a schema in anyOf',
  ]);
});
