// #region functions
import { fillPath, parseRetryAfter, resolveApiKey } from '@giftoin/protocol';

const path = fillPath('/api/v1/users/{platform}', () => encodeURIComponent('discord')); // '/api/v1/users/discord'
const delay = parseRetryAfter('120', undefined); // 120000, in milliseconds
const sent = resolveApiKey({ 'gft-api-key': 'demo' }, ['x-gft-api-key', 'gft-api-key']); // the header and the API key that count
// #endregion
console.log(path, delay, sent?.header);
