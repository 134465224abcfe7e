/** Checked by the compiler and never run: the types of `@giftoin/types/paths`, as openapi-fetch documents them. */
import type { paths } from '@giftoin/types/paths';
import createClient from 'openapi-fetch';

const client = createClient<paths>({ baseUrl: 'https://api.giftoin.org' });
const list = '/api/v1/users/{platform}/{platformUserId}/progress/collection-challenges';
const path = { platform: 'discord', platformUserId: '123456789012345678' };

export async function statuses(): Promise<string[]> {
  const { data, error } = await client.GET(list, { params: { path } });
  if (error) throw new Error(error.status.errorMessage);
  for (const { cards } of data) cards.sort((a, b) => a.ownedQuantity - b.ownedQuantity);
  return data.map(({ status }) => status.toUpperCase());
}
