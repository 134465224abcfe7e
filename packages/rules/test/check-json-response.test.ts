import { expect, test } from 'vitest';
import {
  checkJsonResponse,
  createKeyRedactor,
  type ResponseHeaders,
  type RuleCode,
  type RuleViolation,
} from '../src/index.ts';

const encoder = new TextEncoder();
const json = { 'content-type': 'application/json' };

function check(headers: ResponseHeaders, body: string | number[] = '{}', keysSent: string[] = []): RuleViolation[] {
  const bytes = typeof body === 'string' ? encoder.encode(body) : Uint8Array.from(body);
  return checkJsonResponse({ status: 200, headers, body: bytes }, createKeyRedactor(keysSent));
}

function found(code: RuleCode, values: Readonly<Record<string, unknown>>, message: string): RuleViolation[] {
  return [{ code, requirement: '9-json', path: '', values, message }];
}

test('takes headers from fetch, as a Map, or as a plain object, in any case', () => {
  expect(check(new Headers({ 'Content-Type': 'application/json' }))).toEqual([]);
  expect(check(new Map([['Content-Type', 'application/json']]))).toEqual([]);
  expect(check({ 'Content-Type': 'application/json' })).toEqual([]);
  expect(check({ 'content-type': ['application/json'], 'set-cookie': undefined })).toEqual([]);
});

test.each([
  'Application/JSON',
  'application/json;charset=utf-8',
  'application/json; Charset="UTF-8"; q=1',
  'application/json; charset = utf-8 ; q=1',
  'application/json; charset=utf8',
  'application/json; charset=us-ascii',
  'application/json; profile="a; charset=latin1"',
  'application/json ;',
])('accepts the content type %s', (contentType) => {
  expect(check({ 'content-type': contentType })).toEqual([]);
});

test.each([
  'text/html; charset=utf-8',
  'application/problem+json',
  'application/jsonp',
  'application/json, text/html',
  '',
])('finds the content type "%s"', (contentType) => {
  expect(check({ 'content-type': contentType })).toEqual(
    found(
      'content-type-not-json',
      { actual: contentType },
      `The content type is "${contentType}". Expected application/json.`,
    ),
  );
});

test('finds a missing content type', () => {
  expect(check({})).toEqual(
    found('content-type-missing', {}, 'The response has no Content-Type header. Expected application/json.'),
  );
});

test('finds two content types', () => {
  expect(check({ 'content-type': ['application/json', 'text/html'] })).toEqual(
    found(
      'content-type-not-json',
      { actual: 'application/json, text/html' },
      'The content type is "application/json, text/html". Expected application/json.',
    ),
  );
});

test('finds a charset other than UTF-8', () => {
  expect(check({ 'content-type': 'application/json; q="1;2"; charset="ISO-8859-1"' })).toEqual(
    found(
      'charset-not-utf-8',
      { actual: 'ISO-8859-1' },
      'The charset of the content type is "ISO-8859-1". Expected utf-8.',
    ),
  );
});

test('finds a body that is not UTF-8', () => {
  expect(check(json, [0x22, 0xe9, 0x22])).toEqual(
    found('body-not-utf-8', { length: 3 }, 'The body, 3 bytes, is not valid UTF-8.'),
  );
});

test('finds a byte order mark', () => {
  expect(check(json, '\uFEFF{}')).toEqual(
    found('byte-order-mark', {}, 'The body starts with a byte order mark. Expected none.'),
  );
});

test('finds a body that is not JSON, and quotes only its first character', () => {
  expect(check(json, '<html>')).toEqual(
    found('body-not-json', { length: 6, start: '<' }, 'The body, 6 bytes that start with "<", is not valid JSON.'),
  );
  expect(check(json, '{"a": 1,}')).toEqual(
    found('body-not-json', { length: 9, start: '{' }, 'The body, 9 bytes that start with "{", is not valid JSON.'),
  );
});

test('finds an empty body', () => {
  expect(check(json, '')).toEqual(found('body-empty', {}, 'The body is empty. Expected JSON.'));
});

test('accepts deeply nested JSON', () => {
  expect(check(json, '['.repeat(100_000) + ']'.repeat(100_000), ['secret-0123'])).toEqual([]);
});

test.each([
  ['as it is', 'secret-0123', '{"errorMessage": "The key secret-0123 is not known."}'],
  ['in the name of a property', 'secret-0123', '{"secret-0123": 1}'],
  ['of 8 characters', 'key-0123', '["key-0123"]'],
  ['as a number', '9876543210', '[9876543210]'],
  ['with quotes and backslashes', 'say "\\"-0123', String.raw`["say \"\\\"-0123"]`],
  ['with code points', 'secret-0123', String.raw`["\u0073ecret\u002D0123"]`],
  ['with a slash', 'secret/0123', String.raw`["secret\/0123"]`],
  ['with a tabulator', 'secret\t0123', String.raw`["secret\t0123"]`],
  ['without the spaces around it', ' secret-0123 ', '["secret-0123"]'],
])('finds a body that repeats the key %s', (_, key, body) => {
  expect(check(json, body, ['other-key-4567', key])).toEqual(
    found('api-key-in-body', {}, 'The body repeats an API key that was sent. Expected none.'),
  );
});

test('finds both a body that is not UTF-8 and the key in it', () => {
  expect(check(json, [0xe9, ...encoder.encode('secret-0123')], ['secret-0123'])).toEqual([
    ...found('body-not-utf-8', { length: 12 }, 'The body, 12 bytes, is not valid UTF-8.'),
    ...found('api-key-in-body', {}, 'The body repeats an API key that was sent. Expected none.'),
  ]);
});

test('finds a header that repeats the key', () => {
  expect(check({ ...json, 'X-Echo': 'key=secret-0123' }, '{}', ['secret-0123'])).toEqual(
    found(
      'api-key-in-header',
      { header: 'x-echo' },
      'The header x-echo repeats an API key that was sent. Expected none.',
    ),
  );
});

test('finds a header that repeats a key with a backslash', () => {
  expect(check({ ...json, 'X-Echo': 'secret\\0123' }, '{}', ['secret\\0123'])).toEqual(
    found(
      'api-key-in-header',
      { header: 'x-echo' },
      'The header x-echo repeats an API key that was sent. Expected none.',
    ),
  );
});

test('redacts the key in messages and values', () => {
  expect(check({ 'content-type': 'text/plain; key=secret-0123' }, '{}', ['secret-0123'])).toEqual([
    ...found(
      'content-type-not-json',
      { actual: 'text/plain; key=[API key]' },
      'The content type is "text/plain; key=[API key]". Expected application/json.',
    ),
    ...found(
      'api-key-in-header',
      { header: 'content-type' },
      'The header content-type repeats an API key that was sent. Expected none.',
    ),
  ]);
});

test('does not search for empty keys, and for keys that can occur by chance', () => {
  expect(check(json, '{"unknown": 1}', ['', '   ', '1', 'unknown'])).toEqual([]);
});

test('finds a key in upper or lower case, and percent-encoded', () => {
  const violations = found('api-key-in-body', {}, 'The body repeats an API key that was sent. Expected none.');
  expect(check(json, '["SECRET/0123"]', ['secret/0123'])).toEqual(violations);
  expect(check(json, '["secret%2F0123"]', ['secret/0123'])).toEqual(violations);
});

test('does not search for keys without a redactor', () => {
  const response = { status: 200, headers: json, body: encoder.encode('["secret-0123"]') };
  expect(checkJsonResponse(response)).toEqual([]);
});

test('finds a key in the status line', () => {
  const response = { status: 401, reason: 'No key is secret-of-the-test', headers: json, body: encoder.encode('{}') };
  expect(checkJsonResponse(response, createKeyRedactor(['secret-of-the-test']))).toEqual(
    found('api-key-in-status-line', {}, 'The status line repeats an API key that was sent. Expected none.'),
  );
});
