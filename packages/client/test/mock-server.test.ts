import { apiKeyHeaders, createGiftoinClient, type Fetch, GiftoinError } from '@giftoin/client';
import { startMock } from '@giftoin/mock';
import { afterAll, describe, expect, test } from 'vitest';
import { catchError } from './catch-error.ts';
import { user } from './user.ts';

const apiKey = 'test-api-key';
const mock = await startMock({ port: 0, keys: [apiKey] });
afterAll(() => mock.close());

const createObservedFetch = () => {
  const requests: Request[] = [];
  const observe: Fetch = (url, init) => {
    requests.push(new Request(url, init));
    return globalThis.fetch(url, init);
  };
  return { requests, fetch: observe };
};
const createPreferringFetch =
  (prefer: string): Fetch =>
  (url, init) =>
    globalThis.fetch(url, { ...init, headers: { ...init.headers, prefer } });

describe('with the mock server', () => {
  test.each(apiKeyHeaders)('sends the API key only in %s, for both operations', async (header) => {
    const { requests, fetch } = createObservedFetch();
    const giftoin = createGiftoinClient({ apiKey, apiKeyHeader: header, baseUrl: mock.url, fetch });

    const programs = await giftoin.listCollectionChallengeProgress(user);
    const program = await giftoin.getCollectionChallengeProgress({ ...user, programId: 'program_123' });

    expect(programs).toEqual([program]);
    expect(program).toMatchObject({ id: 'program_123', name: 'Winter Challenge', collectedCount: 3, size: 10 });
    expect(requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      `GET ${mock.url}/api/v1/users/discord/123456789012345678/progress/collection-challenges`,
      `GET ${mock.url}/api/v1/users/discord/123456789012345678/progress/collection-challenges/program_123`,
    ]);
    const sent = requests.map(({ headers }) => apiKeyHeaders.filter((name) => headers.has(name)));
    expect(sent).toEqual([[header], [header]]);
  });

  test('sends the API key in x-gft-api-key by default', async () => {
    const { requests, fetch } = createObservedFetch();
    await createGiftoinClient({ apiKey, baseUrl: mock.url, fetch }).listCollectionChallengeProgress(user);
    expect(requests[0]?.headers.get('x-gft-api-key')).toBe(apiKey);
  });

  test('percent-encodes path parameters', async () => {
    const { requests, fetch } = createObservedFetch();
    const giftoin = createGiftoinClient({ apiKey, baseUrl: mock.url, fetch });
    await giftoin.listCollectionChallengeProgress({ platform: 'discord', platformUserId: 'a@b:c' });
    expect(requests[0]?.url).toMatch(/\/discord\/a%40b%3Ac\/progress/);
  });

  test.each([
    ['badRequest', 400, 400],
    ['unauthorized', 401, 1002],
    ['paymentRequired', 402, 402],
    ['forbidden', 403, 403],
    ['notFound', 404, 404],
    ['tooManyRequests', 429, 429],
    ['internalServer', 500, 500],
  ])('throws %s for status %i with the error code', async (kind, status, errorCode) => {
    const giftoin = createGiftoinClient({
      apiKey,
      baseUrl: mock.url,
      retries: 0,
      fetch: createPreferringFetch(`code=${status}`),
    });
    const error = await catchError(giftoin.listCollectionChallengeProgress(user));
    expect(error).toBeInstanceOf(GiftoinError);
    expect(error).toMatchObject({
      kind,
      operationId: 'listCollectionChallengeProgress',
      status,
      errorCode,
      timestamp: expect.any(Number),
      message: expect.stringMatching(/^[A-Z].*\.$/),
    });
  });

  test('throws error code 1001 for an unknown API key, and does not reveal the key', async () => {
    const giftoin = createGiftoinClient({ apiKey: 'wrong-secret', baseUrl: mock.url });
    const error = await catchError(giftoin.listCollectionChallengeProgress(user));
    expect(error).toMatchObject({ status: 401, errorCode: 1001 });
    expect(JSON.stringify(error) + String(error) + JSON.stringify(giftoin)).not.toContain('wrong-secret');
  });
});
