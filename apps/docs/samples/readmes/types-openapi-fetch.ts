// #region client
import type { paths } from '@giftoin/types/paths';
import createClient from 'openapi-fetch';

const client = createClient<paths>({ baseUrl: 'https://api.giftoin.org' });
// #endregion
const { data } = await client.GET('/api/v1/users/{platform}/{platformUserId}/progress/collection-challenges', {
  headers: { 'x-gft-api-key': 'gft_default_sandbox' },
  params: { path: { platform: 'discord', platformUserId: '123456789012345678' } },
});
console.log(data?.map(({ id }) => id).join());
