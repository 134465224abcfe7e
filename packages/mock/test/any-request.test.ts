import { startMock } from '@giftoin/mock';
import { afterAll, expect, test } from 'vitest';
import { errorBody, key, list, one, oneOperation, send, sendRaw } from './request.ts';

const page = oneOperation?.responses.find(({ status }) => status === 200)?.examples.get('providerPage');

const mock = await startMock({ port: 0 });
afterAll(() => mock.close());

test.each([
  ['an unknown path', 'GET', '/', 404],
  ['two slashes', 'GET', '//', 404],
  ['a doubled slash', 'GET', list.replace('/users', '//users'), 404],
  ['another method', 'POST', list, 405],
  ['an absolute URL', 'GET', `http://localhost${list}`, 200],
  ['an absolute URL of another host', 'GET', `http://example.com${list}`, 421],
])('responds in the format of the contract to %s', async (_, method, path, expected) => {
  const { status, headers, json } = await send(mock.url, path, key, method);
  expect([status, headers['content-type']]).toEqual([expected, 'application/json']);
  if (status !== 200) expect(json).toEqual(errorBody(expected));
});

test('names the allowed methods if a method is not allowed', async () => {
  expect((await send(mock.url, list, key, 'DELETE')).headers.allow).toBe('GET, HEAD, OPTIONS');
});

test.each([
  ['bytes that are not HTTP', 'hello\r\n\r\n', 400],
  ['a CONNECT', 'CONNECT example.com:443 HTTP/1.1\r\nhost: localhost\r\n\r\n', 405],
  ['a URL without an end', `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nhost: localhost\r\n\r\n`, 431],
])('refuses %s in the same format, and keeps running', async (_, bytes, expected) => {
  const [head = '', body = ''] = (await sendRaw(mock.port, bytes)).split('\r\n\r\n');
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${expected} `));
  expect(JSON.parse(body)).toEqual(errorBody(expected));
  expect((await send(mock.url, one)).status).toBe(200);
});

test.each([
  ['the host of another port', 'host: localhost:1\r\n\r\n'],
  ['a body', 'host: localhost\r\ncontent-type: application/xml\r\ncontent-length: 4\r\n\r\n<a/>'],
])('responds to a GET with %s like to any other', async (_, rest) => {
  const bytes = `GET ${one} HTTP/1.1\r\ngft-api-key: a\r\nconnection: close\r\n${rest}`;
  const [head = '', body = ''] = (await sendRaw(mock.port, bytes)).split('\r\n\r\n');
  expect(head).toMatch(/^HTTP\/1.1 200 /);
  expect(JSON.parse(body)).toEqual(page);
});

test('sends errors with the current time', async () => {
  const { json } = await send(mock.url, one, {});
  const { timestamp } = (json as { status: { timestamp: number } }).status;
  expect(Math.abs(Date.now() - timestamp)).toBeLessThan(60_000);
});

test('lets pages of any origin send each of the three headers, and any other', async () => {
  const origin = 'https://a.example';
  const preflight = {
    origin,
    'access-control-request-headers': 'x-gft-api-key,traceparent',
    'access-control-request-method': 'GET',
  };
  const { status, headers } = await send(mock.url, list, preflight, 'OPTIONS');
  expect([status, headers['access-control-allow-origin']]).toEqual([204, origin]);
  const allowed = String(headers['access-control-allow-headers']).split(', ');
  // The document can have more header parameters.
  expect(allowed).toEqual(expect.arrayContaining(['x-gft_api_key', 'x-gft-api-key', 'gft-api-key']));
  expect(allowed.slice(-3)).toEqual(['content-type', 'prefer', 'traceparent']);
  expect((await send(mock.url, list, { origin })).headers).toMatchObject({
    'access-control-allow-origin': origin,
    'access-control-expose-headers': expect.stringMatching(
      /retry-after, (.+, )?date, location, allow, preference-applied$/,
    ),
  });
});
