import { startMock } from '@giftoin/mock';
import { createSchemaValidator, readDocument } from '@giftoin/openapi';
import { afterAll, expect, test } from 'vitest';
import { errorBody, key, list, listOperation, one, oneOperation, operations, send } from './request.ts';

const documentedStatuses = oneOperation?.responses.map(({ status }) => status) ?? [];
const listExamples = listOperation?.responses.find(({ status }) => status === 200)?.examples;

const mock = await startMock({ port: 0 });
afterAll(() => mock.close());

const documented = operations.flatMap(({ responses }, index) =>
  responses.map(({ status }) => ({ status, path: index === 0 ? list : one })),
);

test.each(documented)('code=$status returns the documented response of $path', async ({ status, path }) => {
  const received = await send(mock.url, path, { ...key, prefer: `code=${status}` });
  expect([received.status, received.headers['preference-applied']]).toEqual([status, `code=${status}`]);
  if (status === 429) expect(received.headers['retry-after']).toBe('30');
  if (status === 401) expect(received.json).toEqual(errorBody(1002));
  else if (status >= 400) expect(received.json).toEqual(errorBody(status));
});

test.each([...(listExamples ?? [])])('example=%s returns that example of the list', async (name, value) => {
  const { status, json } = await send(mock.url, list, { ...key, prefer: `example=${name}` });
  expect({ status, json }).toEqual({ status: 200, json: value });
});

test('code and example together select an example of an error', async () => {
  const { status, json } = await send(mock.url, one, { ...key, prefer: 'code=401, example="unknownApiKey"' });
  expect({ status, json }).toEqual({ status: 401, json: errorBody(1001) });
});

test.each([
  [
    'example=nope',
    'getCollectionChallengeProgress has the examples providerPage, nothingCollected, inProgress, claimable, claimed',
  ],
  ['code=404; example=claimed', 'getCollectionChallengeProgress has the examples notFound of 404.'],
  ['code=418', `getCollectionChallengeProgress has the status codes ${documentedStatuses.join(', ')}.`],
  ['dynamic=perhaps', 'Use true or false.'],
])('returns a clear 400 to %s', async (prefer, sentence) => {
  const { status, json } = await send(mock.url, one, { ...key, prefer });
  expect({ status, json }).toEqual({ status: 400, json: errorBody(400, expect.stringContaining(sentence)) });
});

test.each([
  ['code=404, code=500', 404],
  ['code=404;code=500', 404],
  ['CODE=404 , Code="500"', 404],
  ['code = "404"', 404],
  ['code="40\\4"', 404],
  ['respond-async; code=404', 200],
  ['respond-async; wait="1, code=404", code=500', 500],
  ['note="a, code=404; example=none", dynamic=false', 200],
  ['note="a \\", code=404"', 200],
  ['code=404, code=500;example=none', 404],
  ['code=401;example="unknownApiKey"', 401],
  [', ,code=404,', 404],
])('reads %j by RFC 7240', async (prefer, expected) => {
  expect((await send(mock.url, one, { ...key, prefer })).status).toBe(expected);
});

test('ignores preferences that the mock does not know', async () => {
  const { status, headers } = await send(mock.url, one, { ...key, prefer: 'respond-async, wait=10' });
  expect([status, headers['preference-applied']]).toEqual([200, undefined]);
});

test('dynamic=true returns varying responses that conform to their schemas', async () => {
  const check = createSchemaValidator(await readDocument());
  const responses = await Promise.all(
    Array.from({ length: 40 }, () => send(mock.url, one, { ...key, prefer: 'dynamic=true' })),
  );
  const schema = { $ref: '#/components/schemas/CollectionChallengeProgress' };
  const successes = responses.filter(({ status }) => status === 200);
  expect(successes.length).toBe(40);
  expect(new Set(successes.map(({ text }) => text)).size).toBe(successes.length);
  expect(successes.flatMap(({ json }) => check(schema, json))).toEqual([]);
  expect(successes.every(({ json }) => (json as { id: string }).id === 'program_123')).toBe(true);
});
