import { createGiftoinClient } from '@giftoin/client';
import { fakeFetch } from '@giftoin/client/testing';

const giftoin = createGiftoinClient({ apiKey: 'demo', fetch: fakeFetch({ body: '<h1>Log in</h1>' }) });

await giftoin.listCollectionChallengeProgress({ platform: 'discord', platformUserId: '123456789012345678' });
