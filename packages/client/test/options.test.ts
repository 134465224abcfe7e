import { type CallOptions, createGiftoinClient, type Fetch } from '@giftoin/client';
import { fakeFetch } from '@giftoin/client/testing';
import { describe, expect, test, vi } from 'vitest';
import { catchError } from './catch-error.ts';
import { user } from './user.ts';

const apiKey = 'test-api-key';

describe('throws for an invalid option', () => {
  test.each([
    [{ apiKey: '' }, 'apiKey is empty. Pass apiKey or set GIFTOIN_API_KEY.'],
    [{ apiKey: undefined }, 'apiKey is empty. Pass apiKey or set GIFTOIN_API_KEY.'],
    [
      { apiKey, apiKeyHeader: 'authorization' },
      'apiKeyHeader is "authorization". It must be one of x-gft_api_key, x-gft-api-key, gft-api-key.',
    ],
    [
      { apiKey, baseUrl: 'giftoin.org' },
      'baseUrl is "giftoin.org". It must be an http(s) URL without credentials, query or fragment.',
    ],
    [
      { apiKey, baseUrl: 'ftp://giftoin.org' },
      'baseUrl is "ftp://giftoin.org". It must be an http(s) URL without credentials, query or fragment.',
    ],
  ])('%j', (options, message) => {
    // @ts-expect-error invalid values that untyped programs can pass
    expect(() => createGiftoinClient(options)).toThrow(message);
  });
});

test('uses the production origin as the default base URL', async () => {
  const urls: string[] = [];
  const fetch: Fetch = async (url) => {
    urls.push(url);
    return Response.json([]);
  };
  expect(await createGiftoinClient({ apiKey, fetch }).listCollectionChallengeProgress(user)).toEqual([]);
  expect(urls).toEqual([
    'https://api.giftoin.org/api/v1/users/discord/123456789012345678/progress/collection-challenges',
  ]);
});

describe('throws for an unknown name, with the nearest known name', () => {
  test.each([
    [{ baseURL: 'http://127.0.0.1:4010' }, 'There is no option "baseURL". Did you mean "baseUrl"?'],
    [{ timeOut: 1 }, 'There is no option "timeOut". Did you mean "timeout"?'],
    [{ base_url: '' }, 'There is no option "base_url". Did you mean "baseUrl"?'],
    [{ url: undefined }, 'There is no option "url". Did you mean "baseUrl"?'],
    [{ maxRetries: 1 }, 'There is no option "maxRetries". Did you mean "retries"?'],
    [{ apikey: 'secret' }, 'There is no option "apikey". Did you mean "apiKey"?'],
    [{ rules: { listProgress: () => [] } }, 'There is no option "rules.listProgress". Did you mean'],
  ])('%j as an option of a client', (options, message) => {
    // @ts-expect-error options that untyped programs can pass
    expect(() => createGiftoinClient({ apiKey, ...options })).toThrow(expect.objectContaining({ kind: 'badArgument' }));
    expect(() => createGiftoinClient({ apiKey, ...options } as object)).toThrow(message);
  });

  test.each([
    [{}, { timeOut: 1 }, 'There is no option "timeOut". Did you mean "timeout"?'],
    [{}, { header: {} }, 'There is no option "header". Did you mean "headers"?'],
    [{}, { attemptTimeout: 1 }, 'There is no option "attemptTimeout". Did you mean "timeout"?'],
    [{ programId: 'p' }, {}, 'There is no parameter "programId". Did you mean "platformUserId"?'],
    [{ platformId: 'p' }, {}, 'There is no parameter "platformId". Did you mean "platform"?'],
    [{ userId: '1' }, {}, 'There is no parameter "userId". Did you mean "platformUserId"?'],
  ])('%j as parameters and %j as options of a call', async (parameters, options, message) => {
    const fetch = fakeFetch();
    const call = createGiftoinClient({ apiKey, fetch }).listCollectionChallengeProgress(
      { ...user, ...parameters },
      options as CallOptions,
    );
    expect(await catchError(call)).toMatchObject({ kind: 'badArgument', attempts: 0, message });
    expect(fetch.requests).toHaveLength(0);
  });

  test('also if a misspelled name replaces a required one', async () => {
    const call = createGiftoinClient({ apiKey }).listCollectionChallengeProgress(
      // @ts-expect-error a parameter that does not exist
      { platform: 'discord', platformUserID: '1' },
    );
    const message = 'There is no parameter "platformUserID". Did you mean "platformUserId"?';
    expect(await catchError(call)).toMatchObject({ message });
  });
});

describe('throws for an option of the wrong type', () => {
  test.each([
    [{ fetch: 'node-fetch' }, 'fetch is not a function.'],
    [{ onRetry: true }, 'onRetry is not a function.'],
    [{ onWarning: {} }, 'onWarning is not a function.'],
    [{ rules: { listCollectionChallengeProgress: [] } }, 'rules.listCollectionChallengeProgress is not a function.'],
  ])('%j', (options, message) => {
    // @ts-expect-error options that untyped programs can pass
    expect(() => createGiftoinClient({ apiKey, ...options })).toThrow(message);
  });

  test('a signal that is none, in a call', async () => {
    const fetch = fakeFetch();
    const options = { signal: new AbortController() } as unknown as CallOptions;
    const call = createGiftoinClient({ apiKey, fetch }).listCollectionChallengeProgress(user, options);
    expect(await catchError(call)).toMatchObject({ kind: 'badArgument', message: 'signal is not an AbortSignal.' });
    expect(fetch.requests).toHaveLength(0);
  });

  test('null instead of options means the defaults', async () => {
    const call = createGiftoinClient({ apiKey, fetch: fakeFetch('emptyList') }).listCollectionChallengeProgress(
      user,
      null as unknown as CallOptions,
    );
    expect(await call).toEqual([]);
    vi.stubEnv('GIFTOIN_API_KEY', '');
    expect(() => createGiftoinClient(null as never)).toThrow('apiKey is empty.');
    vi.unstubAllEnvs();
  });
});

test('reads each option of a client and of a call once', async () => {
  const counts: Record<string, number> = {};
  const countReads = <Value extends object>(what: string, values: Value): Value =>
    new Proxy(values, {
      get: (target, name) => {
        const key = `${what}.${String(name)}`;
        counts[key] = (counts[key] ?? 0) + 1;
        return Reflect.get(target, name);
      },
    });
  const fetch = fakeFetch('emptyList');
  const giftoin = createGiftoinClient(
    countReads('client', { apiKey, fetch, timeout: 1000, baseUrl: 'https://api.test' }),
  );
  await giftoin.listCollectionChallengeProgress(
    countReads('parameters', user),
    countReads('call', { retries: 0, headers: { a: 'b' } }),
  );
  expect(Object.entries(counts).filter(([, count]) => count > 1)).toEqual([]);
  expect(Object.keys(counts)).toEqual(
    expect.arrayContaining(['client.apiKey', 'client.baseUrl', 'parameters.platformUserId', 'call.headers']),
  );
});
