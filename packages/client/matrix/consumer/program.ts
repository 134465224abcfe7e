/** A program that uses the client, for all runtimes. The client is a parameter, because it is imported or required. */
import type * as Client from '@giftoin/client';
import type * as Testing from '@giftoin/client/testing';

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

export async function program(client: typeof Client, testing: typeof Testing, setting: Setting): Promise<Outcomes> {
  const { createGiftoinClient, GiftoinError } = client;
  const { mock, broken, apiKey, inBrowser } = setting;
  const options = { apiKey, ...(inBrowser && { apiKeyIsPublic: true }) };
  const user = { platform: 'discord', platformUserId: '123456789012345678' };
  const giftoin = createGiftoinClient({ ...options, baseUrl: mock });
  const brokenClient = createGiftoinClient({ ...options, baseUrl: broken, maxBodySize: 100_000 });
  const failure = (platformUserId: string, more: Client.CallOptions = {}) =>
    catchKind(() => brokenClient.listCollectionChallengeProgress({ platform: 'discord', platformUserId }, more));

  async function catchKind(call: () => unknown): Promise<string> {
    try {
      return `no error: ${JSON.stringify(await call())}`;
    } catch (error) {
      if (!(error instanceof GiftoinError)) return `another error: ${error}`;
      const text = `${error.message} ${JSON.stringify(error)} ${error.stack}`;
      return text.includes(apiKey) ? `the error reveals the API key: ${error.kind}` : error.kind;
    }
  }

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
  fake: 'tooManyRequests',
});
