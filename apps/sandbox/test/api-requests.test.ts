import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { createExpectedError } from './create-expected-error.ts';
import { progressPath, startTestSandbox } from './start-test-sandbox.ts';

const sandbox = await startTestSandbox();
const { request } = sandbox;
afterAll(() => sandbox.close());

/** Sends bytes, and returns what the server sends until the connection is closed. */
async function sendBytes(bytes: string): Promise<string> {
  const socket = connect(Number(new URL(sandbox.url).port), '127.0.0.1');
  let text = '';
  socket.on('data', (chunk) => {
    text += chunk;
  });
  socket.write(bytes);
  await once(socket, 'close');
  return text;
}

test.each([
  ['GET', '/', 404, 'There is no such path.'],
  ['GET', `${progressPath}/`, 400, 'The parameter programId is missing.'],
  ['GET', '/api/v1/users//1/progress/collection-challenges', 400, 'The parameter platform is missing.'],
  [
    'GET',
    '/api/v1/users/discord/%zz/progress/collection-challenges',
    400,
    'The parameter platformUserId is not percent-encoded UTF-8.',
  ],
  ['POST', progressPath, 405, 'This path allows GET, HEAD, OPTIONS.'],
  ['DELETE', '/healthz', 405, 'This path allows GET, HEAD, OPTIONS.'],
])('%s %s returns %i in the format of the contract', async (method, path, status, message) => {
  const response = await request(path, undefined, method);
  expect([response.status, response.headers.get('content-type')]).toEqual([status, 'application/json']);
  expect(response.json).toEqual(createExpectedError(status, message));
});

test.each([
  [`GET ${progressPath} HTTP/1.1\r\nhost: localhost\r\nx-gft-api-key: ${'k'.repeat(20_000)}\r\n\r\n`, 431],
  [`GET /${'a'.repeat(20_000)} HTTP/1.1\r\nhost: localhost\r\n\r\n`, 431],
  ['nonsense\r\n\r\n', 400],
  [`GET /../..${progressPath} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n`, 404],
  [
    'GET /api/v1/users/%/%00/progress/collection-challenges HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n',
    401,
  ],
])('responds to the bytes %j in the format of the contract', async (bytes, status) => {
  const text = await sendBytes(bytes);
  expect(text).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(JSON.parse(text.split('\r\n\r\n')[1] ?? '').status.errorMessage).toMatch(/^[A-Z].*\.$/);
});

test.each([
  ['in a header in upper case', ['X-GFT-Api-Key: main'], 200],
  ['with spaces around it', ['gft-api-key: \t main \t '], 200],
  ['after an empty header with another name', ['x-gft_api_key:', 'gft-api-key: main'], 200],
  ['after an empty header with the same name', ['gft-api-key: ', 'gft-api-key: main'], 200],
  ['twice', ['gft-api-key: main', 'gft-api-key: main'], 200],
  ['after an unknown key in a header with the same name', ['gft-api-key: wrong', 'gft-api-key: main'], 1001],
  [
    'in a header with a lower precedence than one with an unknown key',
    ['gft-api-key: main', 'x-gft_api_key: wrong'],
    1001,
  ],
  ['in a header that is not one of an API key', ['authorization: main', 'x-gft-api-keys: main'], 1002],
  ['in no header, beside empty ones', ['x-gft_api_key:', 'x-gft-api-key: ,', 'gft-api-key: \t'], 1002],
])('accepts or rejects an API key %s', async (_, lines, expected) => {
  const head = [`GET ${progressPath} HTTP/1.1`, 'host: localhost', 'connection: close', ...lines].join('\r\n');
  const text = await sendBytes(`${head.replaceAll('main', sandbox.apiKeys.default)}\r\n\r\n`);
  const json = JSON.parse(text.split('\r\n\r\n')[1] ?? '');
  expect(json.status?.errorCode ?? Number(text.split(' ')[1])).toBe(expected);
});
