import { describe, expect, test } from 'vitest';
import { checkErrorBody } from '../src/index.ts';

const notFound = { timestamp: 1798156800000, errorCode: 404, errorMessage: 'There is no such program.' };
const date = 'Fri, 25 Dec 2026 00:00:00 GMT';

test('accepts a valid error', () => {
  expect(checkErrorBody(404, { status: notFound }, date)).toEqual([]);
});

test.each([200, 204, 302, 600])('finds an error with the status code %i', (status) => {
  expect(checkErrorBody(status, { status: notFound }, date)).toEqual([
    {
      code: 'status-not-an-error',
      requirement: 'error',
      path: '',
      values: { status },
      message: `The status code is ${status}. Expected 4xx or 5xx, because the body is an error.`,
    },
  ]);
});

test('skips a body without status, and a status without properties', () => {
  for (const body of [undefined, null, 'text', [], {}, { status: null }, { status: 404 }, { status: {} }]) {
    expect(checkErrorBody(404, body, date)).toEqual([]);
  }
});

describe('timestamp', () => {
  const timestamp = (value: unknown, dateHeader: string | null | undefined = date) =>
    checkErrorBody(404, { status: { ...notFound, timestamp: value } }, dateHeader);

  test('accepts a number or its digits, within a day before or after the Date header', () => {
    expect(timestamp(1798156800000)).toEqual([]);
    expect(timestamp('1798156800000')).toEqual([]);
    expect(timestamp(1798243200000)).toEqual([]);
    expect(timestamp('1798070400000')).toEqual([]);
  });

  test('finds a time more than a day after the Date header', () => {
    expect(timestamp(1798243200001)).toEqual([
      {
        code: 'timestamp-far-from-date',
        requirement: 'error',
        path: 'status.timestamp',
        values: { actual: 1798243200001, date: 1798156800000 },
        message:
          'status.timestamp is 1798243200001. Expected a time within a day of 1798156800000, the Date header in milliseconds.',
      },
    ]);
  });

  test('finds digits of a time more than a day before the Date header, for example seconds', () => {
    expect(timestamp('1798156800')).toEqual([
      {
        code: 'timestamp-far-from-date',
        requirement: 'error',
        path: 'status.timestamp',
        values: { actual: '1798156800', date: 1798156800000 },
        message:
          'status.timestamp is 1798156800. Expected a time within a day of 1798156800000, the Date header in milliseconds.',
      },
    ]);
  });

  test('finds more digits than a number can have', () => {
    expect(timestamp('9'.repeat(400)).map(({ path }) => path)).toEqual(['status.timestamp']);
  });

  test('does not compare with a Date header that is absent or malformed', () => {
    for (const header of [undefined, null, '', 'yesterday']) {
      expect(checkErrorBody(404, { status: { ...notFound, timestamp: 0 } }, header)).toEqual([]);
    }
  });

  test('finds anything but digits, and does not quote it', () => {
    expect(timestamp('2026-12-25T00:00:00Z')).toEqual([
      {
        code: 'timestamp-not-a-number',
        requirement: 'error',
        path: 'status.timestamp',
        values: { type: 'string' },
        message: 'status.timestamp is not a number, but of the type string. Expected milliseconds or their digits.',
      },
    ]);
  });
});

describe('errorCode', () => {
  const errorCode = (status: number, code: number) =>
    checkErrorBody(status, { status: { ...notFound, errorCode: code } }, date);

  test.each([
    [400, 400],
    [401, 1001],
    [401, 1002],
    [402, 402],
    [403, 403],
    [404, 404],
    [429, 429],
    [500, 500],
    [599, 599],
  ])('accepts with the status code %i the error code %i', (status, code) => {
    expect(errorCode(status, code)).toEqual([]);
  });

  test.each([
    [400, 1001, [400]],
    [401, 401, [1001, 1002]],
    [404, 400, [404]],
    [429, 1002, [429]],
  ])('finds with the status code %i the error code %i', (status, code, expected) => {
    expect(errorCode(status, code)).toEqual([
      {
        code: 'error-code-mismatch',
        requirement: 'error',
        path: 'status.errorCode',
        values: { actual: code, expected, status },
        message: `status.errorCode is ${code} with the status code ${status}. Expected ${expected.join(' or ')}.`,
      },
    ]);
  });
});

describe('errorMessage', () => {
  const message = (errorMessage: string) => checkErrorBody(404, { status: { ...notFound, errorMessage } }, date);

  test.each([
    'Not found',
    'The percentage is < 0 & the size > 5; look at line 3.',
    'Es gibt kein solches Programm — ☃.',
    'Try again at 10:30, or open https://api.giftoin.org:443/help.js for "help".',
    'Look at Reward(s) #12 (3): none.',
  ])('accepts "%s"', (text) => {
    expect(message(text)).toEqual([]);
  });

  test.each(['', ' \n'])('finds an empty message ("%s")', (text) => {
    expect(message(text)).toEqual([
      {
        code: 'error-message-empty',
        requirement: 'error',
        path: 'status.errorMessage',
        values: { length: text.length },
        message: `status.errorMessage, ${text.length} characters, is empty. Expected a sentence for people.`,
      },
    ]);
  });

  test.each([
    '<h1>Not found</h1>',
    'Not found<br/>',
    'Not found<BR>',
    'Not found</p>',
    '<!DOCTYPE html>',
    '<?xml version="1.0"?>',
    '<A HREF="/">Home</A>',
    'No &quot;program&quot;',
    'It&#39;s gone',
    'It&#x27;s gone',
    'It&#X27;s gone',
  ])('finds markup (%s)', (text) => {
    expect(message(text)).toEqual([
      {
        code: 'error-message-markup',
        requirement: 'error',
        path: 'status.errorMessage',
        values: { length: text.length },
        message: `status.errorMessage, ${text.length} characters, contains markup. Expected a sentence for people.`,
      },
    ]);
  });

  test.each([
    'TypeError: x is not a function\n    at handle (node:internal/main)',
    'TypeError: x at handle (/srv/app/routes.js:10:5)',
    'Error at file:///srv/app/src/server.ts:10:5',
    'NullPointerException at com.giftoin.Progress.read(Progress.java:42)',
    'NullPointerException at java.lang.Thread.run(Unknown Source)',
    'Failure at Giftoin.Progress.Read() in C:\\app\\Progress.cs:line 12',
    'Traceback (most recent call last): KeyError',
    'KeyError in File "/srv/app.py", line 3, in read',
    '#0 /srv/app/index(12): read()',
    'Undefined index in /srv/app/index.php:12',
    "app/progress.rb:12:in `read'",
    'panic: goroutine 1 [running]',
    'main.read /srv/app/progress.go:12',
    'thread main panicked at src/progress.rs:12:5',
    'Not found\nCaused by: SQLException',
    'Stack trace: read, handle',
    'Exception in thread "main": none',
  ])('finds a stack trace (%s)', (text) => {
    expect(message(text)).toEqual([
      {
        code: 'error-message-stack-trace',
        requirement: 'error',
        path: 'status.errorMessage',
        values: { length: text.length },
        message: `status.errorMessage, ${text.length} characters, contains a stack trace. Expected a sentence for people.`,
      },
    ]);
  });
});
