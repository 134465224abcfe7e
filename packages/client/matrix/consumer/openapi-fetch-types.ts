/** Checked by the compiler and never run: the types of openapi-fetch on the transport of the client. */
import type { CollectionChallengeProgress } from '@giftoin/client';
import { type Client, createClient, type Middleware, type paths } from '@giftoin/client/openapi-fetch';
import { fakeFetch } from '@giftoin/client/testing';

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

export function invalid(client: Client<paths>): void {
  // @ts-expect-error programId is missing
  client.GET(`${list}/{programId}`, { params: { path } });
  // @ts-expect-error the path does not exist
  client.GET('/api/v2', {});
}
