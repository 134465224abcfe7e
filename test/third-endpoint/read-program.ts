/** A program that calls the GET with path parameters, and prints what it gets. */
export const readProgram = `
import { type Badge, createGiftoinClient } from '@giftoin/client';

const giftoin = createGiftoinClient({ apiKey: 'demo', baseUrl: process.env.MOCK ?? '' });
const badge: Badge = await giftoin.getReward({ platform: 'discord', platformUserId: '1', rewardId: 'b_7', limit: 2 });
// @ts-expect-error rewardId is missing
const misuse = () => giftoin.getReward({ platform: 'discord', platformUserId: '1' });
// @ts-expect-error a badge is read-only
const change = () => { badge.colour = 'silver'; };
const fetch = async () => Response.json({ id: 'b_1', colour: 1 });
const wrong = await createGiftoinClient({ apiKey: 'demo', fetch }).safe.getReward({ platform: 'discord', platformUserId: '1', rewardId: 'b_7' });
const dots = await createGiftoinClient({ apiKey: 'demo', fetch }).safe.getReward({ platform: 'discord', platformUserId: '1', rewardId: '..' });
const messages = [wrong, dots].map((result) => (result.ok ? '' : result.error.message));
console.log(JSON.stringify([badge, typeof misuse, typeof change, messages]));
`;
