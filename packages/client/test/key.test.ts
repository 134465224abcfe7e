import { inspect } from 'node:util';
import { BadArgumentError, createGiftoinClient } from '@giftoin/client';
import { describe, expect, test, vi } from 'vitest';
import { failureOf, send, serve, user } from './server.ts';

const apiKey = 'secret/of the=tests';
const shown = (value: unknown) =>
  inspect(value, { depth: 20, showHidden: true }) + JSON.stringify(value) + String(value);

describe('a key that cannot be sent is refused, by its place and not by its value', () => {
  test.each([
    ['', 'apiKey is empty. Pass apiKey or set GIFTOIN_API_KEY.'],
    ['  ', 'apiKey is empty. Pass apiKey or set GIFTOIN_API_KEY.'],
    ['abc\ndef', 'apiKey contains a control or non-Latin-1 character at index 3. Pass apiKey or set GIFTOIN_API_KEY.'],
    ['ab\u0085', 'apiKey contains a control or non-Latin-1 character at index 2. Pass apiKey or set GIFTOIN_API_KEY.'],
    ['\u2026key', 'apiKey contains a control or non-Latin-1 character at index 0. Pass apiKey or set GIFTOIN_API_KEY.'],
  ])('%j', async (key, message) => {
    expect(() => createGiftoinClient({ apiKey: key })).toThrow(new BadArgumentError(message));
    const asked = createGiftoinClient({ apiKey: async () => key, baseUrl: 'http://127.0.0.1:9' });
    expect(await failureOf(asked.listCollectionChallengeProgress(user))).toMatchObject({
      kind: 'badArgument',
      message: message.replace('apiKey', 'apiKey()'),
      operationId: 'listCollectionChallengeProgress',
      attempts: 0,
    });
  });
});

test('the key comes from the environment where none is given', async () => {
  await using server = await serve((_, response) => send(response, 200, []));
  vi.stubEnv('GIFTOIN_API_KEY', 'key-of-the-environment');
  try {
    await createGiftoinClient({ baseUrl: server.url }).listCollectionChallengeProgress(user);
  } finally {
    vi.unstubAllEnvs();
  }
  expect(server.requests[0]?.headers['x-gft-api-key']).toBe('key-of-the-environment');
});

test('an environment that must not be read, as in Deno without its permission, is one without a key', () => {
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

test('a function is asked for the key at every call, so that keys can be rotated', async () => {
  await using server = await serve((_, response) => send(response, 200, []));
  const keys = ['key-2', 'key-1'];
  const giftoin = createGiftoinClient({ apiKey: async () => keys.pop() ?? '', baseUrl: server.url });
  await giftoin.listCollectionChallengeProgress(user);
  await giftoin.listCollectionChallengeProgress(user);
  expect(server.requests.map(({ headers }) => headers['x-gft-api-key'])).toEqual(['key-1', 'key-2']);
});

test('a key function that fails is told of without what it threw, and one that hangs ends with the call', async () => {
  const failing = createGiftoinClient({ apiKey: () => Promise.reject(new Error(`vault refused ${apiKey}`)) });
  const error = await failureOf(failing.listCollectionChallengeProgress(user));
  expect(error).toMatchObject({ kind: 'badArgument', message: 'apiKey() failed.' });
  expect(shown(error)).not.toContain(apiKey);
  const hanging = createGiftoinClient({ apiKey: () => new Promise(() => undefined), timeout: 30 });
  expect(await failureOf(hanging.listCollectionChallengeProgress(user))).toMatchObject({
    kind: 'timeout',
    attempts: 0,
  });
});

describe('a server that repeats the key', () => {
  const encoded = encodeURIComponent(apiKey);
  const json = JSON.stringify(apiKey).replaceAll('/', '\\/').replaceAll('k', '\\u006b');
  const error = `{"status":{"timestamp":1,"errorCode":404,"errorMessage":"Key ${apiKey}, ${encoded.toLowerCase()}.","${apiKey}":1}}`;

  test.each([
    ['in an error', 404, error, {}],
    ['in a page', 500, `<p>${apiKey} ${encoded}</p>`, {}],
    ['where JSON belongs', 200, `<p>${apiKey}</p>`, {}],
    ['in its name for the request', 404, '', { 'x-request-id': `id-${apiKey}` }],
    ['in the target of a redirect', 302, '', { location: `https://${'other.test'}/${encoded}/x?key=${encoded}` }],
  ])('%s finds it hidden', async (_, status, body, headers) => {
    await using server = await serve((_request, response) => send(response, status, body, headers));
    const giftoin = createGiftoinClient({ apiKey, baseUrl: server.url, retries: 0 });
    const text = shown(await failureOf(giftoin.raw.listCollectionChallengeProgress(user)));
    for (const spelling of [apiKey, encoded, encoded.toLowerCase()]) expect(text).not.toContain(spelling);
    expect(text).toContain('[API key]');
  });

  test('finds it hidden in the answer and in the response', async () => {
    const program = `{"name":${json},"more":["${apiKey}"],"${apiKey}":2}`;
    await using server = await serve((_, response) => send(response, 200, program, { 'x-echo': apiKey }));
    const giftoin = createGiftoinClient({ apiKey, baseUrl: server.url, responseValidation: 'off' });
    const { value, response } = await giftoin.raw.listCollectionChallengeProgress(user);
    expect(value).toEqual({ name: '[API key]', more: ['[API key]'] });
    expect(response.headers.get('x-echo')).toBe('[API key]');
  });
});

test('neither the client nor the error of a fetch that quotes its request shows the key', async () => {
  const fetch = async (_: string, init: object) => {
    throw Object.assign(new TypeError(`bad ${JSON.stringify(init)}`), { request: init, code: 'E_BAD', cause: init });
  };
  const giftoin = createGiftoinClient({ apiKey, fetch, retries: 0 });
  const error = await failureOf(giftoin.listCollectionChallengeProgress(user));
  expect(error).toMatchObject({ kind: 'network', cause: { name: 'TypeError', code: 'E_BAD' } });
  expect(shown(error) + shown(giftoin)).not.toContain(apiKey);
});

test.each(['x-gft_api_key', 'X-GFT-API-Key', 'gft-api-key'])('a call may not set %s', async (name) => {
  const giftoin = createGiftoinClient({ apiKey });
  const error = await failureOf(giftoin.listCollectionChallengeProgress(user, { headers: { [name]: 'other-secret' } }));
  expect(error).toMatchObject({
    kind: 'badArgument',
    message: `The header "${name}" is reserved for the API key. Use the options apiKey and apiKeyHeader.`,
  });
});

test('a call adds headers, and one that cannot be sent is refused without its value', async () => {
  await using server = await serve((_, response) => send(response, 200, []));
  const giftoin = createGiftoinClient({ apiKey, baseUrl: server.url, userAgent: 'my-bot/2.1' });
  await giftoin.listCollectionChallengeProgress(user, { headers: { TraceParent: '00-1' } });
  expect(server.requests[0]?.headers).toMatchObject({
    traceparent: '00-1',
    accept: 'application/json',
    'user-agent': expect.stringMatching(/^my-bot\/2\.1 giftoin-client\/\d+\.\d+\.\d+$/),
  });
  const error = await failureOf(giftoin.listCollectionChallengeProgress(user, { headers: { 'x-a': 'b\nsecret' } }));
  expect(error).toMatchObject({
    message: 'The header "x-a" contains a control or non-Latin-1 character at index 1.',
  });
});

test.each(['document', 'importScripts'])('where there is %s, the client starts with a public key alone', (name) => {
  vi.stubGlobal(name, {});
  try {
    const message =
      'In a browser, anyone can read the API key. Call the API from a server, or set apiKeyIsPublic to true.';
    expect(() => createGiftoinClient({ apiKey })).toThrow(new BadArgumentError(message));
    expect(createGiftoinClient({ apiKey, apiKeyIsPublic: true })).toMatchObject({ safe: {}, raw: {} });
  } finally {
    vi.unstubAllGlobals();
  }
});
