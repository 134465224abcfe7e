import { createGiftoinClient } from '@giftoin/client';
import { fakeFetch } from '@giftoin/client/testing';

const fetch = fakeFetch({ status: 502, body: '<h1>Bad Gateway</h1>' });
const giftoin = createGiftoinClient({ apiKey: 'demo', fetch, retries: 0 });

await giftoin.listCollectionChallengeProgress({ platform: 'discord', platformUserId: '123456789012345678' });
