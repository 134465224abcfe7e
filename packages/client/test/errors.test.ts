import { execFile } from 'node:child_process';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import * as client from '@giftoin/client';
import { createGiftoinClient, GiftoinError, NotFoundError, TimeoutError } from '@giftoin/client';
import { type FakeResponse, fakeFetch } from '@giftoin/client/testing';
import { describe, expect, test, vi } from 'vitest';
import { catchError } from './catch-error.ts';
import { user } from './user.ts';

const apiKey = 'test-api-key';
const file = basename(fileURLToPath(import.meta.url));
const headers = { 'x-request-id': 'r-1' };
const callWith = (...responses: FakeResponse[]) =>
  createGiftoinClient({ apiKey, retries: 0, fetch: fakeFetch(...responses) }).listCollectionChallengeProgress(user);

describe('adds the request ID and the body', () => {
  test('to wrongShape', async () => {
    expect(await catchError(callWith({ headers, body: [{ id: 5 }] }))).toMatchObject({
      kind: 'wrongShape',
      requestId: 'r-1',
      body: [{ id: 5 }],
    });
  });

  test('to notJson', async () => {
    expect(await catchError(callWith({ headers, body: '<h1>Hello</h1>' }))).toMatchObject({
      kind: 'notJson',
      requestId: 'r-1',
      body: '<h1>Hello</h1>',
    });
  });

  test('to the error of a rule, with a short API key redacted', async () => {
    const rules = {
      listCollectionChallengeProgress: () => [{ code: 'x', path: '[0]', message: 'the name is pass7' }],
    } as const;
    const fetch = fakeFetch({ headers, body: [{ id: 'pass7' }] });
    const giftoin = createGiftoinClient({ apiKey: 'pass7', fetch, rules, responseValidation: 'warn', onWarning });
    const warnings: unknown[] = [];
    function onWarning(warning: unknown) {
      warnings.push(warning);
    }
    expect(await giftoin.listCollectionChallengeProgress(user)).toEqual([{ id: 'pass7' }]);
    expect(warnings).toMatchObject([{ requestId: 'r-1', body: [{ id: '[API key]' }] }]);
    expect(JSON.stringify(warnings)).not.toContain('pass7');
  });
});

describe('has the line of the caller in its stack', () => {
  const cases: [string, (giftoin: client.GiftoinClient) => Promise<unknown>][] = [
    ['throws', (giftoin) => giftoin.listCollectionChallengeProgress(user)],
    ['raw', (giftoin) => giftoin.raw.listCollectionChallengeProgress(user)],
    [
      'safe',
      async (giftoin) =>
        Promise.reject(await giftoin.safe.listCollectionChallengeProgress(user).then((r) => !r.ok && r.error)),
    ],
  ];
  const responses: [string, FakeResponse][] = [
    ['a server error', { status: 500 }],
    ['a network error', { cut: 'before' }],
    ['a response that violates the schema', { body: [1] }],
  ];

  test.each(cases.flatMap(([form, run]) => responses.map(([name, response]) => [form, name, run, response] as const)))(
    '%s: %s',
    async (_, _name, run, response) => {
      const giftoin = createGiftoinClient({ apiKey, retries: 0, fetch: fakeFetch(response) });
      const error = (await catchError(callFromHere(() => run(giftoin)))) as Error;
      const [first, ...frames] = String(error.stack).split('\n');
      expect(first).toBe(`${error.name}: ${error.message}`);
      expect(frames.filter((frame) => frame.includes(file)).length).toBeGreaterThan(0);
      expect(frames.join()).toContain('callFromHere');
    },
  );

  function callFromHere(run: () => Promise<unknown>) {
    const result = run();
    return result;
  }

  test('also if it is called by a library that does not await it', async () => {
    const giftoin = createGiftoinClient({ apiKey, retries: 0, fetch: fakeFetch('notFound') });
    const error = await new Promise<Error>((resolve) => {
      queueMicrotask(function queryFunction() {
        giftoin.listCollectionChallengeProgress(user).catch(resolve);
      });
    });
    expect(error.stack).toContain('queryFunction');
  });

  test('starts with the name of its class if an option is invalid', () => {
    try {
      createGiftoinClient({ apiKey: '' });
    } catch (error) {
      expect((error as Error).stack).toMatch(/^BadArgumentError: apiKey is empty\./);
    }
    expect.assertions(1);
  });
});

test('is complete as JSON, and contains no secret', async () => {
  const error = (await catchError(callWith({ example: 'notFound', headers }))) as GiftoinError;
  expect(JSON.parse(JSON.stringify(error))).toEqual({
    name: 'NotFoundError',
    message: 'There is no such program.',
    kind: 'notFound',
    status: 404,
    docs: 'https://giftoin.github.io/contract/errors/404/',
    operationId: 'listCollectionChallengeProgress',
    attempts: 1,
    isRetryable: false,
    errorCode: 404,
    timestamp: 1798156800000,
    requestId: 'r-1',
    body: { status: { timestamp: 1798156800000, errorCode: 404, errorMessage: 'There is no such program.' } },
  });
});

describe('is recognised across two copies of the package', () => {
  test('by instanceof and isGiftoinError', async () => {
    const source = new URL('../src/', import.meta.url);
    const program = `
      const first = await import('./index.ts');
      const second = await import('./errors/giftoin-error.ts?copy');
      const fetch = async () => new Response('', { status: 429 });
      const error = await first.createGiftoinClient({ apiKey: 'k', fetch, retries: 0 })
        .listCollectionChallengeProgress({ platform: 'discord', platformUserId: '1' }).catch((error) => error);
      const otherBase = await import('./errors/error-base.ts?copy');
      console.log(JSON.stringify([
        second.TooManyRequestsError === first.TooManyRequestsError, otherBase.ErrorBase === Object.getPrototypeOf(Object.getPrototypeOf(first.NotFoundError)),
        error instanceof second.GiftoinError, error instanceof second.TooManyRequestsError, error instanceof second.NotFoundError,
        error instanceof otherBase.ErrorBase, first.isGiftoinError(error), first.isGiftoinError(new Error()), first.isGiftoinError(null),
        new Error() instanceof first.GiftoinError, ({ kind: 'notFound' }) instanceof first.NotFoundError,
      ]));`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], {
      cwd: fileURLToPath(source),
    });
    expect(JSON.parse(stdout)).toEqual([false, false, true, true, false, true, true, false, false, false, false]);
  });

  test('isGiftoinError narrows to the union', async () => {
    const error = await catchError(callWith({ status: 404 }));
    expect(client.isGiftoinError(error) && error.kind === 'notFound' && error.status).toBe(404);
    expect(error).toBeInstanceOf(GiftoinError);
    expect(error).toBeInstanceOf(NotFoundError);
    expect(error).not.toBeInstanceOf(TimeoutError);
  });
});

describe('an aborted call is recognisable as an aborted fetch is', () => {
  test.each([
    ['without a reason', undefined],
    ['with a reason of its own', new Error('the user left')],
  ])('%s', async (_, reason) => {
    const giftoin = createGiftoinClient({ apiKey, fetch: fakeFetch({ delay: 1000 }) });
    const controller = new AbortController();
    const call = catchError(giftoin.listCollectionChallengeProgress(user, { signal: controller.signal }));
    controller.abort(reason);
    const error = (await call) as Error;
    expect(error).toMatchObject({ name: 'AbortError', kind: 'aborted', code: 'ABORT_ERR', isRetryable: false });
    expect(error.cause).toBe(controller.signal.reason);
    expect(error.stack).toMatch(/^AbortError: /);
  });

  test('a timeout has the name that AbortSignal.timeout gives', async () => {
    const giftoin = createGiftoinClient({ apiKey, fetch: fakeFetch({ delay: 1000 }), timeout: 10 });
    expect(await catchError(giftoin.listCollectionChallengeProgress(user))).toMatchObject({ name: 'TimeoutError' });
  });
});

describe('isRetryable', () => {
  test.each([
    [{ status: 408 }, true],
    [{ status: 429 }, true],
    [{ status: 500 }, true],
    [{ status: 503 }, true],
    [{ cut: 'before' }, true],
    [{ cut: 'body' }, true],
    [{ status: 400 }, false],
    [{ status: 404 }, false],
    [{ status: 501 }, false],
    [{ status: 302 }, false],
    [{ body: [1] }, false],
    [{ body: 'text' }, false],
  ] as const)('of %j is %s', async (response, isRetryable) => {
    expect(await catchError(callWith(response))).toMatchObject({ isRetryable });
  });

  test('of a timeout is true, and of an invalid option false', async () => {
    const giftoin = createGiftoinClient({ apiKey, fetch: fakeFetch({ delay: 1000 }), timeout: 10 });
    expect(await catchError(giftoin.listCollectionChallengeProgress(user))).toMatchObject({ isRetryable: true });
    expect(await catchError(giftoin.listCollectionChallengeProgress({ ...user, platform: '' }))).toMatchObject({
      isRetryable: false,
    });
  });

  test('keeps the retries of a caller from multiplying those of the client', async () => {
    vi.useFakeTimers();
    try {
      const fetch = fakeFetch({ status: 503 });
      const giftoin = createGiftoinClient({ apiKey, fetch });
      // The line in the README. TanStack Query calls it with the number of failures and the error.
      const retry = (failures: number, error: unknown) => !client.isGiftoinError(error) && failures < 3;
      const query = async () => {
        for (let failures = 0; ; failures += 1) {
          const result = await giftoin.safe.listCollectionChallengeProgress(user);
          if (result.ok || !retry(failures, result.error)) return;
        }
      };
      await Promise.all([query(), vi.runAllTimersAsync()]);
      expect(fetch.requests).toHaveLength(3);
    } finally {
      vi.useRealTimers();
    }
  });
});
