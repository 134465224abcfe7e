/** A program that uses the client, for all runtimes. The modules are a parameter, because they are imported or required. */
import type * as Client from '@giftoin/client';
import type * as OpenapiFetch from '@giftoin/client/openapi-fetch';
import type * as Testing from '@giftoin/client/testing';

export interface Modules {
  readonly client: typeof Client;
  readonly openapiFetch: typeof OpenapiFetch;
  readonly testing: typeof Testing;
  /** Sends the requests of the methods. Default: the global `fetch`. */
  readonly fetch?: Client.Fetch;
}

export interface Setting {
  /** The origin of the mock server. */
  readonly mock: string;
  /** The origin of the broken server. It selects the response by the user ID. */
  readonly broken: string;
  readonly apiKey: string;
  readonly inBrowser: boolean;
}

/** The outcome of each step, as JSON. */
export type Outcomes = Readonly<Record<string, unknown>>;

const list = '/api/v1/users/{platform}/{platformUserId}/progress/collection-challenges';

export async function program({ client, openapiFetch, testing, fetch }: Modules, setting: Setting): Promise<Outcomes> {
  const { createGiftoinClient, GiftoinError } = client;
  const { createClient } = openapiFetch;
  const { mock, broken, apiKey, inBrowser } = setting;
  const options = { apiKey, ...(inBrowser && { apiKeyIsPublic: true }) };
  const user = { platform: 'discord', platformUserId: '123456789012345678' };
  const ownFetch = fetch ? { fetch } : {};
  const giftoin = createGiftoinClient({ ...options, ...ownFetch, baseUrl: mock });
  const brokenClient = createGiftoinClient({ ...options, ...ownFetch, baseUrl: broken, maxBodySize: 100_000 });
  const failure = (platformUserId: string, more: Client.CallOptions = {}) =>
    catchKind(() => brokenClient.listCollectionChallengeProgress({ platform: 'discord', platformUserId }, more));

  const openapiFetchClient = createClient({ ...options, baseUrl: mock });
  const brokenOpenapiFetch = createClient({ ...options, baseUrl: broken, retries: 0 });
  const failureOfGet = async (platformUserId: string) => {
    const path = { platform: 'discord', platformUserId };
    const { data, error, response } = await brokenOpenapiFetch.GET(list, { params: { path } });
    return [data, error?.status.errorCode, response.status];
  };
  // The entries of the package have one copy of the error classes each.
  const thrownByGet = (platformUserId: string) => catchKind(() => failureOfGet(platformUserId));

  async function catchKind(call: () => unknown): Promise<string> {
    try {
      return `no error: ${JSON.stringify(await call())}`;
    } catch (error) {
      if (!(error instanceof GiftoinError)) return `another error: ${error}`;
      const text = `${error.message} ${JSON.stringify(error)} ${error.stack}`;
      return text.includes(apiKey) ? `the error reveals the API key: ${error.kind}` : error.kind;
    }
  }

  const readCount = async (): Promise<string | null> => {
    const cacheable = { platform: 'discord', platformUserId: 'cacheable' };
    const { response } = await brokenClient.raw.listCollectionChallengeProgress(cacheable);
    return response.headers.get('x-count');
  };

  const stopped = new AbortController();
  setTimeout(() => stopped.abort(), 100);
  const { status } = await giftoin.safe
    .getCollectionChallengeProgress({ ...user, programId: 'program_123' }, { headers: { prefer: 'code=404' } })
    .then((result) => (result.ok ? { status: 200 } : result.error));

  return {
    list: (await giftoin.listCollectionChallengeProgress(user)).map(({ id }) => id),
    one: (await giftoin.getCollectionChallengeProgress({ ...user, programId: 'program_123' })).collectedCount,
    raw: (await giftoin.raw.listCollectionChallengeProgress(user)).response.status,
    status,
    noKey: await catchKind(() => createGiftoinClient({ ...options, apiKey: undefined, baseUrl: mock })),
    publicKey: inBrowser && (await catchKind(() => createGiftoinClient({ apiKey, baseUrl: mock }))),
    traversal: await failure('..'),
    redirect: await failure('redirect'),
    html: await failure('html', { retries: 0 }),
    empty: await failure('empty', { retries: 0 }),
    endless: await failure('endless'),
    silent: await failure('silent', { timeout: 200 }),
    stopped: await failure('silent', { signal: stopped.signal }),
    schema: await failure('schema'),
    echo: await failure('echo'),
    busy: await failure('busy'),
    counts: [await readCount(), await readCount()].map((count, _, [first]) => count !== first),
    openapiFetch: {
      list: (await openapiFetchClient.GET(list, { params: { path: user } })).data?.map(({ id }) => id),
      redirect: await thrownByGet('redirect'),
      empty: await failureOfGet('empty'),
      schema: await thrownByGet('schema'),
      echo: await failureOfGet('echo'),
    },
    fake: await catchKind(() =>
      createGiftoinClient({
        ...options,
        retries: 0,
        fetch: testing.fakeFetch('rateLimited'),
      }).listCollectionChallengeProgress(user),
    ),
  };
}

/** The expected outcomes, on every runtime. */
export const expected = (inBrowser: boolean): Outcomes => ({
  list: ['program_123'],
  one: 3,
  raw: 200,
  status: 404,
  noKey: 'badArgument',
  publicKey: inBrowser && 'badArgument',
  traversal: 'badArgument',
  redirect: 'redirect',
  html: 'unexpectedStatus',
  empty: 'unexpectedStatus',
  endless: 'tooLarge',
  silent: 'timeout',
  stopped: 'aborted',
  schema: 'wrongShape',
  echo: 'notFound',
  busy: 'no error: []',
  // The second response does not come from a cache.
  counts: [false, true],
  openapiFetch: {
    list: ['program_123'],
    redirect: 'redirect',
    empty: [null, 502, 502],
    schema: 'wrongShape',
    echo: [null, 404, 404],
  },
  fake: 'tooManyRequests',
});
