/**
 * The same call by every client: a URL with two parameters in its path, the key in a header, the JSON of the answer read.
 * Each is imported when it is opened, so that a process holds one of them alone.
 */
export interface Setting {
  readonly origin: string;
  /** Answers from memory; over http, with what the client uses by itself, where undefined. */
  readonly fetch: ((...request: Parameters<typeof fetch>) => Promise<Response>) | undefined;
}

export type Open = (setting: Setting) => Promise<() => Promise<unknown>>;

const user = { platform: 'discord', platformUserId: '123456789012345678' };
const path = '/api/v1/users/{platform}/{platformUserId}/progress/collection-challenges';
const headers = { 'x-gft-api-key': 'key-of-the-benchmark' };
const urlAt = (origin: string) =>
  `${origin}/api/v1/users/${encodeURIComponent(user.platform)}/${encodeURIComponent(user.platformUserId)}/progress/collection-challenges`;

/** By the name that stands in the table; the first is what the others are measured by. */
export const contestants = {
  async 'fetch + json()'({ origin, fetch = globalThis.fetch }) {
    return async () => (await fetch(urlAt(origin), { headers })).json();
  },
  async '@giftoin/client'({ origin, fetch }) {
    const { createGiftoinClient } = await import('@giftoin/client');
    const giftoin = createGiftoinClient({
      apiKey: headers['x-gft-api-key'],
      baseUrl: origin,
      ...(fetch && { fetch }),
    });
    return () => giftoin.listCollectionChallengeProgress(user);
  },
  async 'openapi-fetch'({ origin, fetch }) {
    const { default: createClient } = await import('openapi-fetch');
    type Paths = { [path]: { get: Operation } };
    const client = createClient<Paths>({ baseUrl: origin, headers, ...(fetch && { fetch }) });
    return async () => (await client.GET(path, { params: { path: user } })).data;
  },
  async ky({ origin, fetch }) {
    const { default: ky } = await import('ky');
    const client = ky.create({ headers, ...(fetch && { fetch }) });
    return () => client.get(urlAt(origin)).json();
  },
  async ofetch({ origin, fetch }) {
    const { createFetch, ofetch } = await import('ofetch');
    const client = (fetch ? createFetch({ fetch: fetch as typeof globalThis.fetch }) : ofetch).create({ headers });
    return () => client(urlAt(origin));
  },
  async axios({ origin, fetch }) {
    const { default: axios } = await import('axios');
    // Over http axios uses node:http by itself; only its other adapter takes a fetch.
    const client = axios.create({ headers, ...(fetch && { adapter: 'fetch' as const, env: { fetch } }) });
    return async () => (await client.get(urlAt(origin))).data;
  },
} satisfies Record<string, Open>;

export type Name = keyof typeof contestants;
export const names = Object.keys(contestants) as Name[];

interface Operation {
  parameters: { path: { platform: string; platformUserId: string } };
  responses: { 200: { content: { 'application/json': unknown } } };
}
