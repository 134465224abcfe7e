/** What a user of the client may write, once for every runtime: it is given the client as it was imported or required. */
import type * as Client from '@giftoin/client';
import type * as Testing from '@giftoin/client/testing';

export interface Setting {
  /** The origin of a mock of the API. */
  readonly mock: string;
  /** The origin of a server that answers as the name of the user says. */
  readonly trouble: string;
  readonly apiKey: string;
  readonly inBrowser: boolean;
}

/** What came of each step, as data. */
export type Outcomes = Readonly<Record<string, unknown>>;

export async function program(client: typeof Client, testing: typeof Testing, setting: Setting): Promise<Outcomes> {
  const { createGiftoinClient, GiftoinError } = client;
  const { mock, trouble, apiKey, inBrowser } = setting;
  const options = { apiKey, ...(inBrowser && { apiKeyIsPublic: true }) };
  const user = { platform: 'discord', platformUserId: '123456789012345678' };
  const giftoin = createGiftoinClient({ ...options, baseUrl: mock });
  const troubled = createGiftoinClient({ ...options, baseUrl: trouble, maxBodySize: 100_000 });
  const failure = (platformUserId: string, more: Client.CallOptions = {}) =>
    kindOf(() => troubled.listCollectionChallengeProgress({ platform: 'discord', platformUserId }, more));

  async function kindOf(call: () => unknown): Promise<string> {
    try {
      return `no error: ${JSON.stringify(await call())}`;
    } catch (error) {
      if (!(error instanceof GiftoinError)) return `a foreign error: ${error}`;
      const shown = `${error.message} ${JSON.stringify(error)} ${error.stack}`;
      return shown.includes(apiKey) ? `the key is shown: ${error.kind}` : error.kind;
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
    noKey: await kindOf(() => createGiftoinClient({ ...options, apiKey: undefined, baseUrl: mock })),
    publicKey: inBrowser && (await kindOf(() => createGiftoinClient({ apiKey, baseUrl: mock }))),
    traversal: await failure('..'),
    redirect: await failure('redirect'),
    html: await failure('html', { retries: 0 }),
    empty: await failure('empty', { retries: 0 }),
    endless: await failure('endless'),
    silent: await failure('silent', { timeout: 200 }),
    stopped: await failure('silent', { signal: stopped.signal }),
    shape: await failure('shape'),
    echo: await failure('echo'),
    busy: await failure('busy'),
    fake: await kindOf(() =>
      createGiftoinClient({
        ...options,
        retries: 0,
        fetch: testing.fakeFetch('rateLimited'),
      }).listCollectionChallengeProgress(user),
    ),
  };
}

/** What has to come of it, wherever it runs. */
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
  shape: 'wrongShape',
  echo: 'notFound',
  busy: 'no error: []',
  fake: 'tooManyRequests',
});
