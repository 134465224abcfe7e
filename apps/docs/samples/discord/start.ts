import { createGiftoinClient } from '@giftoin/client';
import { createBot } from './bot.ts';

const giftoin = createGiftoinClient({
  apiKey: process.env.GIFTOIN_API_KEY,
  // Undefined for production, http://127.0.0.1:4020 for the sandbox.
  baseUrl: process.env.GIFTOIN_URL,
  userAgent: 'my-bot/1.0',
});
await createBot(giftoin).login(process.env.DISCORD_TOKEN);
