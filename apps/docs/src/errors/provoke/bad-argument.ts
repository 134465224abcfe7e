import { createGiftoinClient } from '@giftoin/client';

const giftoin = createGiftoinClient({ apiKey: 'demo' });

// The pattern of the platform allows no uppercase letters.
await giftoin.listCollectionChallengeProgress({ platform: 'Discord', platformUserId: '123456789012345678' });
