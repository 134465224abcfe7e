import { createGiftoinClient } from '@giftoin/client';

const giftoin = createGiftoinClient({ apiKey: 'gft_default_sandbox', baseUrl: 'http://127.0.0.1:4020' });
const user = { platform: 'discord', platformUserId: '123456789012345678' };
const controller = new AbortController();

const call = giftoin.listCollectionChallengeProgress(user, { signal: controller.signal });
controller.abort();
await call;
