import { readFile } from 'node:fs/promises';
import { createSchemaValidator, listOperations, readDocument } from '@giftoin/openapi';
import { describe, expect, test } from 'vitest';

const document = await readDocument();
const operations = listOperations(document);
const validate = createSchemaValidator(document);

const states = [
  'providerPage',
  'nothingCollected',
  'inProgress',
  'claimable',
  'claimed',
  'noReward',
  'noEnd',
  'upcoming',
  'ended',
];
const errors = [
  [400, ['invalidParameter']],
  [401, ['missingApiKey', 'unknownApiKey']],
  [402, ['subscriptionOverdue']],
  [403, ['planDenied']],
  [404, ['notFound']],
  [429, ['rateLimited']],
  [500, ['unexpected']],
];

test('both operations have a named example of every state and every error', () => {
  const named = operations.map(({ operationId, responses }) => [
    operationId,
    responses.map(({ status, examples }) => [status, [...examples.keys()]]),
  ]);
  expect(named).toEqual([
    ['listCollectionChallengeProgress', [[200, [...states, 'emptyList']], ...errors]],
    ['getCollectionChallengeProgress', [[200, states], ...errors]],
  ]);
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

test("the provider's example is unchanged, including the order of its properties", async () => {
  const page = JSON.parse(await readFile(new URL('./provider-page.json', import.meta.url), 'utf8'));
  const [list, one] = operations.map(({ responses }) => JSON.stringify(responses[0]?.examples.get('providerPage')));
  expect(one).toBe(JSON.stringify(page));
  expect(list).toBe(JSON.stringify([page]));
});

test('the schema validator returns a violation for each place', () => {
  const messages = (...[schema, value]: Parameters<typeof validate>) =>
    validate(schema, value).map(({ path, message }) => `${path} ${message}`);
  const card = { $ref: '#/components/schemas/Card' };
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
