import { type Check, caseCheck } from '../check.ts';
import type { Server } from '../server.ts';

/** What APIs call their keys elsewhere. */
const otherNames = [
  'api_key',
  'apikey',
  'apiKey',
  'api-key',
  'x-api-key',
  'key',
  'token',
  'access_token',
  'gft_api_key',
];
const otherHeaders = ['x-api-key', 'api-key', 'apikey', 'x-auth-token', 'x-access-token', 'token'];

/** Where a key does not count. */
export function keyPlaces(server: Server): Check[] {
  return server.contract.operations.flatMap((operation, at) => {
    const { operationId: id, apiKeyHeaders } = operation;
    const { key } = server;
    const encoded = encodeURIComponent(key.value);
    const missing = (when: string, sent: { query?: string; headers?: Record<string, string> }) => ({
      operation,
      sent: { keys: [], otherKeys: [key], ...sent },
      due: { status: 401, errorCode: 1002 },
      when,
    });
    return [
      caseCheck(
        server,
        { id: `${id}/key-in-query`, title: `${id} takes no key from the query string`, statement: 'key-places' },
        [
          ...apiKeyHeaders.map((name) =>
            missing(`the key is in the query parameter ${name}`, { query: `?${name}=${encoded}` }),
          ),
          missing('the key is in the query under other names', {
            query: `?${otherNames.map((name) => `${name}=${encoded}`).join('&')}`,
          }),
        ],
      ),
      caseCheck(
        server,
        { id: `${id}/key-elsewhere`, title: `${id} takes no key from other headers`, statement: 'key-places' },
        [
          missing('the key is a bearer token, in cookies, and in headers of other names', {
            headers: {
              authorization: `Bearer ${key.value}`,
              cookie: [...apiKeyHeaders, ...otherNames].map((name) => `${name}=${key.value}`).join('; '),
              ...Object.fromEntries(otherHeaders.map((name) => [name, key.value])),
            },
          }),
          missing('the key is a password', {
            headers: { authorization: `Basic ${Buffer.from(`${key.value}:${key.value}`).toString('base64')}` },
          }),
          missing('the key is all of Authorization', { headers: { authorization: key.value } }),
        ].filter((_, index) => index === 0 || index % 2 === at % 2),
      ),
    ];
  });
}
