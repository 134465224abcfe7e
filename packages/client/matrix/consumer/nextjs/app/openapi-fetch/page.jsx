import { createClient } from '@giftoin/client/openapi-fetch';

export default async function Page() {
  const client = createClient({ baseUrl: process.env.GIFTOIN_URL });
  const list = '/api/v1/users/{platform}/{platformUserId}/progress/collection-challenges';
  const { data } = await client.GET(list, { params: { path: { platform: 'discord', platformUserId: '42' } } });
  return <p>{`count ${data[0].collectedCount}.`}</p>;
}
