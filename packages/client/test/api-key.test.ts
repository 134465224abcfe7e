import type { IncomingMessage } from 'node:http';
import { inspect } from 'node:util';
import { BadArgumentError, createGiftoinClient } from '@giftoin/client';
import { describe, expect, test, vi } from 'vitest';
import { catchError } from './catch-error.ts';
import { send, startServer } from './start-server.ts';
import { user } from './user.ts';

const apiKey = 'secret/of the=tests';
const shown = (value: unknown) =>
  inspect(value, { depth: 20, showHidden: true }) + JSON.stringify(value) + String(value);

describe('throws for an API key that cannot be sent, without revealing it', () => {
  test.each([
    ['', 'apiKey is empty. Pass apiKey or set GIFTOIN_API_KEY.'],
    ['  ', 'apiKey is empty. Pass apiKey or set GIFTOIN_API_KEY.'],
    ['abc\ndef', 'apiKey contains a control or non-Latin-1 character at index 3. Pass apiKey or set GIFTOIN_API_KEY.'],
    ['ab\u0085', 'apiKey contains a control or non-Latin-1 character at index 2. Pass apiKey or set GIFTOIN_API_KEY.'],
    ['\u2026key', 'apiKey contains a control or non-Latin-1 character at index 0. Pass apiKey or set GIFTOIN_API_KEY.'],
  ])('%j', async (key, message) => {
    expect(() => createGiftoinClient({ apiKey: key })).toThrow(new BadArgumentError(message));
    const rotating = createGiftoinClient({ apiKey: async () => key, baseUrl: 'http://127.0.0.1:9' });
    expect(await catchError(rotating.listCollectionChallengeProgress(user))).toMatchObject({
      kind: 'badArgument',
      message: message.replace('apiKey', 'apiKey()'),
      operationId: 'listCollectionChallengeProgress',
      attempts: 0,
    });
  });
});

test('reads the API key from the environment by default', async () => {
  await using server = await startServer((_, response) => send(response, 200, []));
  vi.stubEnv('GIFTOIN_API_KEY', 'key-of-the-environment');
  try {
    await createGiftoinClient({ baseUrl: server.url }).listCollectionChallengeProgress(user);
  } finally {
    vi.unstubAllEnvs();
  }
  expect(server.requests[0]?.headers['x-gft-api-key']).toBe('key-of-the-environment');
});

test('reports a missing API key if reading the environment throws, as in Deno without permission', () => {
  const refuse = () => {
    throw new Error('NotCapable');
  };
  vi.stubGlobal('process', { ...process, env: new Proxy({}, { get: refuse }) });
  try {
    expect(() => createGiftoinClient()).toThrow(expect.objectContaining({ kind: 'badArgument' }));
  } finally {
    vi.unstubAllGlobals();
  }
});

test('calls the apiKey function for every call', async () => {
  await using server = await startServer((_, response) => send(response, 200, []));
  const keys = ['key-2', 'key-1'];
  const giftoin = createGiftoinClient({ apiKey: async () => keys.pop() ?? '', baseUrl: server.url });
  await giftoin.listCollectionChallengeProgress(user);
  await giftoin.listCollectionChallengeProgress(user);
  expect(server.requests.map(({ headers }) => headers['x-gft-api-key'])).toEqual(['key-1', 'key-2']);
});

describe('with an apiKey function', () => {
  const createKeys = (...keys: string[]) => {
    let calls = 0;
    const rotate = async () => {
      calls += 1;
      return keys[Math.min(calls, keys.length) - 1] ?? '';
    };
    return { countCalls: () => calls, apiKey: rotate };
  };
  const sentKeys = (requests: readonly IncomingMessage[]) => requests.map(({ headers }) => headers['x-gft-api-key']);

  test('calls it for every attempt, so that a retry uses a rotated key', async () => {
    const { countCalls, apiKey: rotating } = createKeys('old-key-1', 'new-key-2');
    await using server = await startServer((_, response, count) =>
      count === 1 ? send(response, 503, '', { 'retry-after': '0' }) : send(response, 200, ['old-key-1 new-key-2']),
    );
    const giftoin = createGiftoinClient({ apiKey: rotating, baseUrl: server.url, responseValidation: 'off' });
    // Both keys are redacted.
    expect(await giftoin.listCollectionChallengeProgress(user)).toEqual(['[API key] [API key]']);
    expect(sentKeys(server.requests)).toEqual(['old-key-1', 'new-key-2']);
    expect(countCalls()).toBe(2);
  });

  test('calls it once more after a 401, and sends a request with the new key', async () => {
    const { countCalls, apiKey: rotating } = createKeys('old-key-1', 'new-key-2');
    await using server = await startServer((request, response) =>
      request.headers['x-gft-api-key'] === 'new-key-2' ? send(response, 200, []) : send(response, 401, ''),
    );
    const giftoin = createGiftoinClient({ apiKey: rotating, baseUrl: server.url, retries: 0 });
    expect(await giftoin.listCollectionChallengeProgress(user)).toEqual([]);
    expect(sentKeys(server.requests)).toEqual(['old-key-1', 'new-key-2']);
    expect(countCalls()).toBe(2);
  });

  test('throws the 401 if the new key is unknown too', async () => {
    const { countCalls, apiKey: rotating } = createKeys('key-1', 'key-2', 'key-3');
    await using server = await startServer((_, response) => send(response, 401, ''));
    const giftoin = createGiftoinClient({ apiKey: rotating, baseUrl: server.url });
    expect(await catchError(giftoin.listCollectionChallengeProgress(user))).toMatchObject({ status: 401, attempts: 2 });
    expect(sentKeys(server.requests)).toEqual(['key-1', 'key-2']);
    expect(countCalls()).toBe(2);
  });

  test.each([
    ['returns the same key', async () => 'key-1'],
    [
      'fails',
      (() => {
        let calls = 0;
        return async () => {
          calls += 1;
          if (calls > 1) throw new Error('the vault is closed');
          return 'key-1';
        };
      })(),
    ],
  ])('throws the 401 without another request if it %s', async (_, rotating) => {
    await using server = await startServer((_request, response) => send(response, 401, ''));
    const giftoin = createGiftoinClient({ apiKey: rotating, baseUrl: server.url });
    expect(await catchError(giftoin.listCollectionChallengeProgress(user))).toMatchObject({ status: 401, attempts: 1 });
    expect(server.requests).toHaveLength(1);
  });

  test('counts only requests that were sent as attempts', async () => {
    const { apiKey: rotating } = createKeys('key-1', '');
    await using server = await startServer((_, response) => send(response, 503, '', { 'retry-after': '0' }));
    const giftoin = createGiftoinClient({ apiKey: rotating, baseUrl: server.url });
    expect(await catchError(giftoin.listCollectionChallengeProgress(user))).toMatchObject({
      kind: 'badArgument',
      attempts: 1,
    });
    expect(server.requests).toHaveLength(1);
  });
});

test('throws without the cause if the apiKey function fails, and times out if it hangs', async () => {
  const failing = createGiftoinClient({ apiKey: () => Promise.reject(new Error(`vault refused ${apiKey}`)) });
  const error = await catchError(failing.listCollectionChallengeProgress(user));
  expect(error).toMatchObject({ kind: 'badArgument', message: 'apiKey() failed.' });
  expect(shown(error)).not.toContain(apiKey);
  const hanging = createGiftoinClient({ apiKey: () => new Promise(() => undefined), timeout: 30 });
  expect(await catchError(hanging.listCollectionChallengeProgress(user))).toMatchObject({
    kind: 'timeout',
    attempts: 0,
  });
});

test.each([
  ['document', {}],
  ['importScripts', {}],
  ['navigator', { product: 'ReactNative' }],
])('requires apiKeyIsPublic if the global %s is %j', (name, value) => {
  vi.stubGlobal(name, value);
  try {
    const message = 'In a browser or an app, anyone can read the API key. Use a server, or set apiKeyIsPublic to true.';
    expect(() => createGiftoinClient({ apiKey })).toThrow(new BadArgumentError(message));
    expect(createGiftoinClient({ apiKey, apiKeyIsPublic: true })).toMatchObject({ safe: {}, raw: {} });
  } finally {
    vi.unstubAllGlobals();
  }
});
