import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Fetch } from '@giftoin/client';
import * as clientPackage from '@giftoin/client';
import { startMock } from '@giftoin/mock';
import { afterAll, describe, expect, test } from 'vitest';

const { createGiftoinClient, GiftoinError } = clientPackage;

const apiKey = 'key-of-the-tests';
const mock = await startMock({ port: 0, keys: [apiKey] });
afterAll(() => mock.close());

const user = { platform: 'discord', platformUserId: '123456789012345678' };
const observed = () => {
  const requests: Request[] = [];
  const observe: Fetch = (url, init) => {
    requests.push(new Request(url, init));
    return globalThis.fetch(url, init);
  };
  return { requests, fetch: observe };
};
const preferring =
  (prefer: string): Fetch =>
  (url, init) =>
    globalThis.fetch(url, { ...init, headers: { ...init.headers, prefer } });

describe('against the mock', () => {
  test.each(clientPackage.apiKeyHeaders)('the key travels in %s alone, and opens both operations', async (header) => {
    const { requests, fetch } = observed();
    const giftoin = createGiftoinClient({ apiKey, apiKeyHeader: header, baseUrl: mock.url, fetch });

    const programs = await giftoin.listCollectionChallengeProgress(user);
    const program = await giftoin.getCollectionChallengeProgress({ ...user, programId: 'program_123' });

    expect(programs).toEqual([program]);
    expect(program).toMatchObject({ id: 'program_123', name: 'Winter Challenge', collectedCount: 3, size: 10 });
    expect(requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      `GET ${mock.url}/api/v1/users/discord/123456789012345678/progress/collection-challenges`,
      `GET ${mock.url}/api/v1/users/discord/123456789012345678/progress/collection-challenges/program_123`,
    ]);
    const sent = requests.map(({ headers }) => clientPackage.apiKeyHeaders.filter((name) => headers.has(name)));
    expect(sent).toEqual([[header], [header]]);
  });

  test('the header is x-gft-api-key where none is named', async () => {
    const { requests, fetch } = observed();
    await createGiftoinClient({ apiKey, baseUrl: mock.url, fetch }).listCollectionChallengeProgress(user);
    expect(requests[0]?.headers.get('x-gft-api-key')).toBe(apiKey);
  });

  test('a parameter is encoded where it stands', async () => {
    const { requests, fetch } = observed();
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
  ])('%s, %i, is thrown with its error code', async (kind, status, errorCode) => {
    const giftoin = createGiftoinClient({ apiKey, baseUrl: mock.url, retries: 0, fetch: preferring(`code=${status}`) });
    const error = await giftoin.listCollectionChallengeProgress(user).catch((thrown: unknown) => thrown);
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

  test('an unknown key is 1001, and no error shows a key', async () => {
    const giftoin = createGiftoinClient({ apiKey: 'wrong-secret', baseUrl: mock.url });
    const error = await giftoin.listCollectionChallengeProgress(user).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ status: 401, errorCode: 1001 });
    expect(JSON.stringify(error) + String(error) + JSON.stringify(giftoin)).not.toContain('wrong-secret');
  });
});

describe('against a server that breaks the contract', () => {
  test.each([
    ['an empty 502', 502, '', { kind: 'unexpectedStatus', status: 502, errorCode: undefined, body: undefined }],
    [
      'a proxy page',
      503,
      '<h1>Bad gateway</h1>',
      { kind: 'unexpectedStatus', status: 503, body: '<h1>Bad gateway</h1>' },
    ],
    ['an empty 200', 200, '', { kind: 'notJson', status: 200 }],
    ['a 200 that is not JSON', 200, '<h1>Hello</h1>', { kind: 'notJson', status: 200 }],
    ['a 204', 204, '', { kind: 'unexpectedStatus', status: 204 }],
    ['a redirect', 302, '', { kind: 'redirect', status: 302 }],
    [
      'a timestamp in a string',
      404,
      '{"status":{"timestamp":"1644825600000","errorCode":404,"errorMessage":"Gone."}}',
      { status: 404, timestamp: 1644825600000, message: 'Gone.' },
    ],
  ])('%s is never a success', async (_, status, body, expected) => {
    const server = createServer((_request, response) => {
      response.writeHead(status, { 'content-type': 'application/json', location: '/elsewhere' }).end(body);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    try {
      const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const giftoin = createGiftoinClient({ apiKey, baseUrl, retries: 0 });
      await expect(giftoin.listCollectionChallengeProgress(user)).rejects.toMatchObject(expected);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });

  test('a server that is not there is a network error with its cause', async () => {
    const gone = await startMock({ port: 0 });
    await gone.close();
    const giftoin = createGiftoinClient({ apiKey, baseUrl: gone.url, retries: 0 });
    const error = await giftoin.listCollectionChallengeProgress(user).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      kind: 'network',
      status: undefined,
      cause: { name: 'TypeError', message: 'fetch failed' },
    });
  });

  test('a call ends when its signal aborts', async () => {
    const giftoin = createGiftoinClient({ apiKey, baseUrl: mock.url });
    const call = giftoin.listCollectionChallengeProgress(user, { signal: AbortSignal.abort() });
    await expect(call).rejects.toMatchObject({ kind: 'aborted' });
  });
});

describe('options that do not fit', () => {
  test.each([
    [{ apiKey: '' }, 'apiKey is empty. Pass apiKey or set GIFTOIN_API_KEY.'],
    [{ apiKey: undefined }, 'apiKey is empty. Pass apiKey or set GIFTOIN_API_KEY.'],
    [
      { apiKey, apiKeyHeader: 'authorization' },
      'apiKeyHeader is "authorization". It must be one of x-gft_api_key, x-gft-api-key, gft-api-key.',
    ],
    [
      { apiKey, baseUrl: 'giftoin.org' },
      'baseUrl is "giftoin.org". It must be an http(s) URL without credentials, query or fragment.',
    ],
    [
      { apiKey, baseUrl: 'ftp://giftoin.org' },
      'baseUrl is "ftp://giftoin.org". It must be an http(s) URL without credentials, query or fragment.',
    ],
  ])('%j is refused at once', (options, message) => {
    // @ts-expect-error what a program without types may pass
    expect(() => createGiftoinClient(options)).toThrow(message);
  });
});

test('the base URL is the production origin where none is given', async () => {
  const urls: string[] = [];
  const fetch: Fetch = async (url) => {
    urls.push(url);
    return Response.json([]);
  };
  expect(await createGiftoinClient({ apiKey, fetch }).listCollectionChallengeProgress(user)).toEqual([]);
  expect(urls).toEqual([
    'https://api.giftoin.org/api/v1/users/discord/123456789012345678/progress/collection-challenges',
  ]);
});

test('the package exports these names', () => {
  expect(Object.keys(clientPackage).sort()).toMatchInlineSnapshot(`
    [
      "AbortedError",
      "BadArgumentError",
      "BadRequestError",
      "ForbiddenError",
      "GiftoinError",
      "InternalServerError",
      "NetworkError",
      "NotFoundError",
      "NotJsonError",
      "PaymentRequiredError",
      "RedirectError",
      "TimeoutError",
      "TooLargeError",
      "TooManyRequestsError",
      "UnauthorizedError",
      "UnexpectedStatusError",
      "WrongShapeError",
      "apiKeyHeaders",
      "cardRarityValues",
      "createGiftoinClient",
      "endpoints",
      "environmentValues",
      "isKnownCardRarity",
      "isKnownEnvironment",
      "isKnownProgressStatus",
      "isKnownRewardViewType",
      "parameterPatterns",
      "productionOrigin",
      "progressStatusValues",
      "rewardViewTypeValues",
    ]
  `);
});
