/** Checked by the compiler and never run: the types of openapi-fetch, with its own transport and with that of the client. */
import type { CollectionChallengeProgress } from '@giftoin/client';
import { createClient, type Middleware, type paths } from '@giftoin/client/openapi-fetch';
import { fakeFetch } from '@giftoin/client/testing';
import type { paths as plainPaths } from '@giftoin/types/paths';
import type { Client } from 'openapi-fetch';

const list = '/api/v1/users/{platform}/{platformUserId}/progress/collection-challenges';
const path = { platform: 'discord', platformUserId: '123456789012345678' };
const middleware: Middleware = { onRequest: ({ request }) => request.headers.set('traceparent', '1') };

export async function names(): Promise<string[]> {
  const client = createClient<paths>({ apiKey: 'test', fetch: fakeFetch('claimed') });
  client.use(middleware);
  const { data, error } = await client.GET(list, { params: { path } });
  if (error) throw new Error(error.status.errorMessage);
  for (const { cards } of data) cards.sort((a, b) => a.ownedQuantity - b.ownedQuantity);
  const programs: CollectionChallengeProgress[] = data;
  return programs.map(({ name }) => name.toUpperCase());
}

export async function statuses(client: Client<plainPaths>): Promise<string[] | undefined> {
  const { data } = await client.GET(list, { params: { path } });
  // @ts-expect-error programId is missing
  client.GET(`${list}/{programId}`, { params: { path } });
  // @ts-expect-error the path does not exist
  client.GET('/api/v2', {});
  return data?.map(({ status }) => status.toUpperCase());
}
