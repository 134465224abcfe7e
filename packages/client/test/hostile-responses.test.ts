import { inspect } from 'node:util';
import { createGiftoinClient, type GiftoinError } from '@giftoin/client';
import { fakeFetch } from '@giftoin/client/testing';
import { describe, expect, test } from 'vitest';
import { catchError } from './catch-error.ts';
import { user } from './user.ts';

const apiKey = 'test-api-key';
const megabyte = 1024 * 1024;

/** Calls a server that sends one response, with retries. Returns the error and the number of requests. */
async function callWith(status: number, body: unknown, headers = {}) {
  const fetch = fakeFetch({ status, body, headers });
  const giftoin = createGiftoinClient({ apiKey, fetch });
  const error = (await catchError(giftoin.listCollectionChallengeProgress(user))) as GiftoinError;
  return { error, requests: fetch.requests.length };
}

describe('creates a readable error for a hostile error body', () => {
  const hostile = `\u001b[2J\u001b]0;owned\u0007\r\nGo to \u202ehttps://evil.test\u0000\u009b31m\u2028${'x'.repeat(megabyte)}`;

  test.each([
    ['an object', { a: 1 }],
    ['an object that cannot be converted', { toString: 1, valueOf: 1 }],
    ['a list', ['x']],
    ['a number', 5],
    ['true', true],
    ['null', null],
    ['empty', ''],
    ['only control characters', '\u001b\u0000 \n'],
  ])('an errorMessage that is %s', async (_, errorMessage) => {
    const { error, requests } = await callWith(403, { status: { timestamp: 1, errorCode: 403, errorMessage } });
    expect(error).toMatchObject({ kind: 'forbidden', status: 403, message: 'The server returned status 403.' });
    expect(requests).toBe(1);
  });

  test.each([
    ['an object', { a: 1 }],
    ['an object that cannot be converted', { toString: 1, valueOf: 1 }],
    ['a list', [403]],
    ['a fraction', 1.5],
    ['hexadecimal', '0x10'],
    ['too large', '9'.repeat(megabyte)],
    ['true', true],
    ['a word', 'FORBIDDEN'],
  ])('an errorCode and a timestamp that are %s', async (_, value) => {
    const { error, requests } = await callWith(403, {
      status: { timestamp: value, errorCode: value, errorMessage: 'No.' },
    });
    expect(error).toMatchObject({ kind: 'forbidden', errorCode: undefined, timestamp: undefined, message: 'No.' });
    expect(requests).toBe(1);
  });

  test('an errorMessage of a megabyte, full of escape sequences', async () => {
    const { error } = await callWith(403, { status: { timestamp: 1, errorCode: 403, errorMessage: hostile } });
    expect(error.message).toMatch(/^\[2J \]0;owned Go to https:\/\/evil\.test 31m x+…$/);
    expect(error.message.length).toBeLessThanOrEqual(501);
    expect(inspect(error).length).toBeLessThan(40_000);
    expect(JSON.stringify(error).length).toBeLessThan(40_000);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
    expect(error.message + error.stack?.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e]/);
  });

  test('does not cut a character in two', async () => {
    const { error } = await callWith(403, { status: { errorCode: 403, errorMessage: `x${'😀'.repeat(1000)}` } });
    expect(error.message).toMatch(/^x😀+…$/u);
  });

  test.each([403, 200])('cuts a body of a megabyte with status %i', async (status) => {
    const { error } = await callWith(status, `<p>${'x'.repeat(megabyte)}</p>`);
    expect(String(error.body)).toMatch(/^<p>x+…$/);
    expect(JSON.stringify(error).length).toBeLessThan(40_000);
  });

  test('cuts a large body that violates the schema', async () => {
    const { error } = await callWith(200, [{ id: 5, name: 'x'.repeat(megabyte) }]);
    expect(error).toMatchObject({ kind: 'wrongShape', path: '[0].id' });
    expect(JSON.stringify(error).length).toBeLessThan(40_000);
  });

  test('cleans and cuts the message of a rule', async () => {
    const rules = { listCollectionChallengeProgress: () => [{ code: 'x', path: '[0]', message: hostile }] };
    const giftoin = createGiftoinClient({ apiKey, fetch: fakeFetch('emptyList'), rules });
    const { message } = (await catchError(giftoin.listCollectionChallengeProgress(user))) as Error;
    expect(message).toContain('[2J ]0;owned Go to https://evil.test');
    expect(message.length).toBeLessThan(700);
  });

  test('cleans and cuts the message of a network error, and of its causes', async () => {
    const fetch = async () => {
      throw Object.assign(new Error(hostile, { cause: new Error(hostile) }), { code: hostile, name: hostile });
    };
    const giftoin = createGiftoinClient({ apiKey, fetch, retries: 0 });
    const error = (await catchError(giftoin.listCollectionChallengeProgress(user))) as GiftoinError;
    expect(inspect(error).length).toBeLessThan(20_000);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
    expect(inspect(error)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e]/);
  });

  test('cleans and cuts the request ID', async () => {
    const headers = { 'x-request-id': `a\u009b31m${'x'.repeat(5000)}` };
    const { error } = await callWith(403, '', headers);
    expect(error.requestId).toMatch(/^a 31mx+…$/);
    expect(error.requestId?.length).toBeLessThanOrEqual(501);
  });
});

describe('shows only the target of a redirect that is an http(s) URL', () => {
  test.each([
    'javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'mailto:a@b.test',
    'file:///etc/passwd',
    'blob:https://api.test/1',
    'JavaScript:alert(1)',
    'http://',
  ])('%s', async (location) => {
    const { error } = await callWith(302, '', { location });
    expect(error).toMatchObject({
      kind: 'redirect',
      location: undefined,
      message: 'The server redirected to an unknown URL. The client does not follow redirects. Check baseUrl.',
    });
  });

  test('cuts a long one, and removes its credentials and query', async () => {
    const { error } = await callWith(302, '', { location: `https://me:pw@evil.test/${'x'.repeat(5000)}?key=1` });
    expect(error.location).toMatch(/^https:\/\/evil\.test\/x+…$/);
    expect(error.message.length).toBeLessThan(1200);
  });
});

describe('bounds the time that a hostile body takes', () => {
  const depth = 2 * megabyte;

  test.each([
    ['brackets', '['.repeat(2 * depth)],
    ['closed brackets', '['.repeat(depth) + ']'.repeat(depth)],
    ['objects', '{"a":'.repeat(megabyte * 0.8)],
    ['brackets after an escape', `["\\u0041",${'['.repeat(2 * depth)}`],
    ['brackets and spaces', '[ '.repeat(depth)],
    ['brackets after a string of brackets', `["${'[]'.repeat(1000)}\\"",${'['.repeat(depth)}`],
  ])('4 MB of %s: notJson, at once', async (_, body) => {
    const before = process.cpuUsage();
    const { error, requests } = await callWith(200, body);
    const { user: time } = process.cpuUsage(before);
    expect(error).toMatchObject({
      kind: 'notJson',
      message: 'The response body is not JSON of at most 1000 levels.',
    });
    expect(requests).toBe(1);
    // JSON.parse needs more than 300 ms for such a body. This is CPU time, so that other processes do not count.
    expect(time / 1000).toBeLessThan(200);
  });

  test('keeps the status of an error whose body is nested too deep', async () => {
    const { error } = await callWith(403, '['.repeat(2 * depth));
    expect(error).toMatchObject({ kind: 'forbidden', body: expect.stringMatching(/^\[+…$/) });
  });

  test('reads 4 MB of numbers or strings with one escape without a call for each value', async () => {
    for (const part of ['1,', '"",']) {
      const body = `[${part.repeat((4 * megabyte) / part.length)}"\\u0041"]`;
      const giftoin = createGiftoinClient({ apiKey, fetch: fakeFetch({ body }), responseValidation: 'off' });
      const before = process.cpuUsage();
      const list = await giftoin.listCollectionChallengeProgress(user);
      expect(list.at(-1)).toBe('A');
      // JSON.parse with a reviver needs more than 600 ms.
      expect(process.cpuUsage(before).user / 1000).toBeLessThan(400);
    }
  });

  test('accepts deep data below the limit, and brackets in strings', async () => {
    const body = `${'['.repeat(900)}"${'['.repeat(5000)}"${']'.repeat(900)}`;
    const giftoin = createGiftoinClient({ apiKey, fetch: fakeFetch({ body }), responseValidation: 'off' });
    expect(JSON.stringify(await giftoin.listCollectionChallengeProgress(user))).toBe(body);
  });
});
