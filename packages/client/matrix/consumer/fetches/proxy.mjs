import { createGiftoinClient } from '@giftoin/client';
import { createClient } from '@giftoin/client/openapi-fetch';
import { fetch, ProxyAgent } from 'undici';

const [baseUrl, apiKey, proxy] = process.argv.slice(2);
const user = { platform: 'discord', platformUserId: '123456789012345678' };
const list = '/api/v1/users/{platform}/{platformUserId}/progress/collection-challenges';

const dispatcher = new ProxyAgent(proxy);
const giftoin = createGiftoinClient({ apiKey, baseUrl, fetch, fetchOptions: { dispatcher } });
const programs = await giftoin.listCollectionChallengeProgress(user);

// openapi-fetch passes a Request of the runtime, which undici.fetch does not accept. It accepts its URL and headers.
const fetchRequest = ({ url, headers, signal }, options) =>
  fetch(url, { ...options, headers: Object.fromEntries(headers), signal, redirect: 'manual' });
const client = createClient({ apiKey, baseUrl, fetch: fetchRequest, requestInitExt: { dispatcher } });
const { data } = await client.GET(list, { params: { path: user } });
console.log(JSON.stringify([programs.length, data.length]));
await dispatcher.close();
