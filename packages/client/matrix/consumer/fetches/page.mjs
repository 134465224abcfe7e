import { createGiftoinClient } from '@giftoin/client';
import { fetch as crossFetch } from 'cross-fetch';
import { fetch as whatwgFetch } from 'whatwg-fetch';

const fetches = { 'whatwg-fetch': whatwgFetch, 'cross-fetch': crossFetch };

/** Sends requests with a `fetch` on XMLHttpRequest, which follows redirects and has no streams. */
globalThis.run = async ({ mock, broken, apiKey }, name) => {
  const options = { apiKey, apiKeyIsPublic: true, fetch: fetches[name], retries: 0, maxBodySize: 100_000 };
  const giftoin = createGiftoinClient({ ...options, baseUrl: mock });
  const brokenClient = createGiftoinClient({ ...options, baseUrl: broken });
  const failure = async (platformUserId, callOptions) => {
    const user = { platform: 'discord', platformUserId };
    const result = await brokenClient.safe.listCollectionChallengeProgress(user, callOptions);
    return result.ok ? 'no error' : result.error.kind;
  };
  const user = { platform: 'discord', platformUserId: '123456789012345678' };
  const stopped = new AbortController();
  setTimeout(() => stopped.abort(), 100);
  return {
    list: (await giftoin.listCollectionChallengeProgress(user)).map(({ id }) => id),
    redirect: await failure('redirect'),
    large: await failure('large'),
    empty: await failure('empty'),
    schema: await failure('schema'),
    silent: await failure('silent', { timeout: 200 }),
    stopped: await failure('silent', { signal: stopped.signal }),
  };
};
