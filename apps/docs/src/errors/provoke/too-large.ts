import { createGiftoinClient } from '@giftoin/client';

const baseUrl = 'http://127.0.0.1:4020';
const giftoin = createGiftoinClient({ apiKey: 'gft_default_sandbox', baseUrl, maxBodySize: 100 });

await giftoin.listCollectionChallengeProgress({ platform: 'discord', platformUserId: '123456789012345678' });
