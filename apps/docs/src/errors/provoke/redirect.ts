import { createGiftoinClient } from '@giftoin/client';
import { fakeFetch } from '@giftoin/client/testing';

const fetch = fakeFetch({ status: 302, headers: { location: 'https://example.com/login' } });
const giftoin = createGiftoinClient({ apiKey: 'demo', fetch });

await giftoin.listCollectionChallengeProgress({ platform: 'discord', platformUserId: '123456789012345678' });
