import { startSandbox } from '@giftoin/sandbox';
import { expect, test } from 'vitest';
import { startTestSandbox } from './start-test-sandbox.ts';

const origin = 'http://127.0.0.1:4030';

/** The status of a response, and its headers that concern pages of other origins. */
async function send(url: string, init: RequestInit) {
  const response = await fetch(url, init);
  const names = [...response.headers.keys()].filter((name) => /^(vary|access-control-)/.test(name));
  return { status: response.status, ...Object.fromEntries(names.map((name) => [name, response.headers.get(name)])) };
}

const preflight = {
  'access-control-request-method': 'POST',
  'access-control-request-headers': 'authorization,content-type',
  'access-control-request-private-network': 'true',
};

test('pages of the given origins can call the control API: a preflight needs no token, a request does', async () => {
  await using sandbox = await startSandbox({ port: 0, controlPort: 0, controlOrigins: ['https://a.example', origin] });
  const url = `${sandbox.controlUrl}/workspaces/default/reset`;
  const authorization = `Bearer ${sandbox.token}`;
  expect(await send(url, { method: 'OPTIONS', headers: { origin, ...preflight } })).toEqual({
    status: 204,
    vary: 'Origin',
    'access-control-allow-origin': origin,
    'access-control-allow-methods': 'GET, POST, DELETE, PATCH, PUT, HEAD, OPTIONS',
    'access-control-allow-headers': 'content-type, prefer, authorization',
    'access-control-allow-private-network': 'true',
    'access-control-expose-headers': 'retry-after, date, location, allow, preference-applied',
    'access-control-max-age': '600',
  });
  const readable = { vary: 'Origin', 'access-control-allow-origin': origin };
  expect(await send(url, { method: 'POST', headers: { origin } })).toMatchObject({ status: 401, ...readable });
  expect(await send(url, { method: 'POST', headers: { origin, authorization } })).toMatchObject({
    status: 204,
    ...readable,
  });
});

test.each(['http://127.0.0.1:4031', 'http://localhost:4030', 'null'])(
  'pages of another origin, for example %s, cannot: no response allows it',
  async (other) => {
    await using sandbox = await startSandbox({ port: 0, controlPort: 0, controlOrigins: [origin] });
    const url = `${sandbox.controlUrl}/workspaces`;
    expect(await send(url, { method: 'OPTIONS', headers: { origin: other, ...preflight } })).toEqual({
      status: 204,
      vary: 'Origin',
    });
    const headers = { origin: other, authorization: `Bearer ${sandbox.token}` };
    expect(await send(url, { headers })).toEqual({ status: 200, vary: 'Origin' });
  },
);

test('without origins, no page can call the control API', async () => {
  await using sandbox = await startSandbox({ port: 0, controlPort: 0 });
  const url = `${sandbox.controlUrl}/workspaces`;
  expect(await send(url, { method: 'OPTIONS', headers: { origin, ...preflight } })).toEqual({ status: 204 });
});

test('does not start with an origin that is not exact', async () => {
  const started = startTestSandbox({ controlOrigins: [origin, '*'] });
  await expect(started).rejects.toThrow(
    'One of the controlOrigins is "*". Use the exact origin of a page, for example http://127.0.0.1:4030.',
  );
});

test('pages of every origin can call the API with any header, from a public page too', async () => {
  await using sandbox = await startSandbox({ port: 0, controlPort: 0 });
  const url = `${sandbox.url}/api/v1/users/discord/42/progress/collection-challenges`;
  const headers = {
    origin: 'https://a.example',
    'access-control-request-method': 'GET',
    'access-control-request-headers': 'traceparent,x-gft-api-key',
    'access-control-request-private-network': 'true',
  };
  expect(await send(url, { method: 'OPTIONS', headers })).toMatchObject({
    status: 204,
    'access-control-allow-origin': 'https://a.example',
    // Between them are the header parameters of the document.
    'access-control-allow-headers': expect.stringMatching(
      /^x-gft_api_key, x-gft-api-key, gft-api-key, (.+, )?content-type, prefer, traceparent$/,
    ),
    'access-control-allow-private-network': 'true',
    'access-control-expose-headers': expect.stringMatching(
      /retry-after, (.+, )?date, location, allow, preference-applied$/,
    ),
  });
});
