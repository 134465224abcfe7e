import { createGiftoinClient } from '@giftoin/client';

const giftoin = createGiftoinClient({ apiKey: 'gft_default_sandbox', baseUrl: 'http://127.0.0.1:4020', retries: 0 });

await giftoin.listCollectionChallengeProgress({ platform: 'discord', platformUserId: '123456789012345678' });
