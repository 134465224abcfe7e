import { describe, expect, test } from 'vitest';
import { checkErrorBody } from '../src/index.ts';

const notFound = { timestamp: 1798156800000, errorCode: 404, errorMessage: 'There is no such program.' };
const date = 'Fri, 25 Dec 2026 00:00:00 GMT';

test('an error that is as it should be has no findings', () => {
  expect(checkErrorBody(404, { status: notFound }, date)).toEqual([]);
});

test.each([200, 204, 302, 600])('an error with the status %i is found', (status) => {
  expect(checkErrorBody(status, { status: notFound }, date)).toEqual([
    { rule: 'error', path: '', sentence: `The status is ${status}, expected 4xx or 5xx of an error.` },
  ]);
});

test('what has no status, or a status without parts, is left to the schema', () => {
  for (const body of [undefined, null, 'text', [], {}, { status: null }, { status: 404 }, { status: {} }]) {
    expect(checkErrorBody(404, body, date)).toEqual([]);
  }
});

describe('the timestamp', () => {
  const timestamp = (value: unknown, dateHeader: string | null | undefined = date) =>
    checkErrorBody(404, { status: { ...notFound, timestamp: value } }, dateHeader);

  test('may be a number or its digits, within a day of the Date header, before or after', () => {
    expect(timestamp(1798156800000)).toEqual([]);
    expect(timestamp('1798156800000')).toEqual([]);
    expect(timestamp(1798243200000)).toEqual([]);
    expect(timestamp('1798070400000')).toEqual([]);
  });

  test('more than a day after the Date header is found', () => {
    expect(timestamp(1798243200001)).toEqual([
      {
        rule: 'error',
        path: 'status.timestamp',
        sentence:
          'status.timestamp is 1798243200001, expected within a day of 1798156800000, the Date header in milliseconds.',
      },
    ]);
  });

  test('more than a day before the Date header is found in digits too, such as seconds', () => {
    expect(timestamp('1798156800')).toEqual([
      {
        rule: 'error',
        path: 'status.timestamp',
        sentence:
          'status.timestamp is 1798156800, expected within a day of 1798156800000, the Date header in milliseconds.',
      },
    ]);
  });

  test('of more digits than a number holds is found', () => {
    expect(timestamp('9'.repeat(400)).map(({ path }) => path)).toEqual(['status.timestamp']);
  });

  test('is not held against a Date header that is missing or no date', () => {
    for (const header of [undefined, null, '', 'yesterday']) {
      expect(checkErrorBody(404, { status: { ...notFound, timestamp: 0 } }, header)).toEqual([]);
    }
  });

  test('of anything but digits is found, and not quoted', () => {
    expect(timestamp('2026-12-25T00:00:00Z')).toEqual([
      {
        rule: 'error',
        path: 'status.timestamp',
        sentence: 'status.timestamp is a string and no number, expected milliseconds or their digits.',
      },
    ]);
  });
});

describe('the error code', () => {
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
  ])('of the HTTP status %i may be %i', (status, code) => {
    expect(errorCode(status, code)).toEqual([]);
  });

  test.each([
    [400, 1001, '400'],
    [401, 401, '1001 or 1002'],
    [404, 400, '404'],
    [429, 1002, '429'],
  ])('of the HTTP status %i is found where it is %i', (status, code, expected) => {
    expect(errorCode(status, code)).toEqual([
      {
        rule: 'error',
        path: 'status.errorCode',
        sentence: `status.errorCode is ${code} with HTTP status ${status}, expected ${expected}.`,
      },
    ]);
  });
});

describe('the error message', () => {
  const message = (errorMessage: string) => checkErrorBody(404, { status: { ...notFound, errorMessage } }, date);

  test.each([
    'Not found',
    'The percentage is < 0 & the size > 5; look at line 3.',
    'Es gibt kein solches Programm — ☃.',
    'Try again at 10:30, or ask https://api.giftoin.org:443/help.js for "help".',
    'Look at Reward(s) #12 (3): none.',
  ])('"%s" is a sentence for people', (text) => {
    expect(message(text)).toEqual([]);
  });

  test.each(['', ' \n'])('is found where it is empty ("%s")', (text) => {
    expect(message(text)).toEqual([
      {
        rule: 'error',
        path: 'status.errorMessage',
        sentence: `status.errorMessage, ${text.length} characters, is empty, expected a sentence for people.`,
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
  ])('is found where it has markup (%s)', (text) => {
    expect(message(text)).toEqual([
      {
        rule: 'error',
        path: 'status.errorMessage',
        sentence: `status.errorMessage, ${text.length} characters, has markup, expected a sentence for people.`,
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
  ])('is found where it has a stack trace (%s)', (text) => {
    expect(message(text)).toEqual([
      {
        rule: 'error',
        path: 'status.errorMessage',
        sentence: `status.errorMessage, ${text.length} characters, has a stack trace, expected a sentence for people.`,
      },
    ]);
  });
});
