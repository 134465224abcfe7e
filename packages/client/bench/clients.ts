/**
 * The same call with every client: two path parameters, the API key in a header, and a JSON response body. Each client is
 * imported in its function, so that a process loads only one of them.
 */
export interface ClientSettings {
  readonly origin: string;
  /** Returns responses from memory. Undefined: the client sends requests over HTTP as it does by default. */
  readonly fetch: ((...request: Parameters<typeof fetch>) => Promise<Response>) | undefined;
}

export type CreateCall = (settings: ClientSettings) => Promise<() => Promise<unknown>>;

const user = { platform: 'discord', platformUserId: '123456789012345678' };
const path = '/api/v1/users/{platform}/{platformUserId}/progress/collection-challenges';
const headers = { 'x-gft-api-key': 'benchmark-key' };
const createUrl = (origin: string) =>
  `${origin}/api/v1/users/${encodeURIComponent(user.platform)}/${encodeURIComponent(user.platformUserId)}/progress/collection-challenges`;

/** By the name in the table. The first one is the baseline. */
export const clients = {
  async 'fetch + json()'({ origin, fetch = globalThis.fetch }) {
    return async () => (await fetch(createUrl(origin), { headers })).json();
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
  async '@giftoin/client/openapi-fetch'({ origin, fetch }) {
    const { createClient } = await import('@giftoin/client/openapi-fetch');
    const client = createClient({
      apiKey: headers['x-gft-api-key'],
      baseUrl: origin,
      ...(fetch && { fetch }),
    });
    return async () => (await client.GET(path, { params: { path: user } })).data;
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
    return () => client.get(createUrl(origin)).json();
  },
  async ofetch({ origin, fetch }) {
    const { createFetch, ofetch } = await import('ofetch');
    const client = (fetch ? createFetch({ fetch: fetch as typeof globalThis.fetch }) : ofetch).create({ headers });
    return () => client(createUrl(origin));
  },
  async axios({ origin, fetch }) {
    const { default: axios } = await import('axios');
    // By default axios uses node:http. Only its `fetch` adapter accepts a custom fetch.
    const client = axios.create({ headers, ...(fetch && { adapter: 'fetch' as const, env: { fetch } }) });
    return async () => (await client.get(createUrl(origin))).data;
  },
} satisfies Record<string, CreateCall>;

export type ClientName = keyof typeof clients;
export const clientNames = Object.keys(clients) as ClientName[];

interface Operation {
  parameters: { path: { platform: string; platformUserId: string } };
  responses: { 200: { content: { 'application/json': unknown } } };
}
