import type { Check } from '../model/check.ts';
import { encodeSegment } from '../model/encode-segment.ts';
import type { ServerUnderTest } from '../model/server-under-test.ts';
import { type Case, createCaseCheck } from './case-check.ts';
import { createUnauthorized } from './expected-status.ts';

/** Names that other APIs use for their keys. */
const otherParameters = [
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

/** Checks the places in which a key does not count. */
export function createKeyLocationChecks(server: ServerUnderTest): Check[] {
  return server.contract.reads.flatMap((operation, index) => {
    const { operationId: id, apiKeyHeaders } = operation;
    if (apiKeyHeaders.length === 0) return [];
    const isUndocumented = (name: string) =>
      !apiKeyHeaders.some((header) => header.toLowerCase() === name) &&
      !operation.parameters.some((parameter) => parameter.name.toLowerCase() === name.toLowerCase());
    const { key } = server;
    const encoded = encodeSegment(key.value);
    const createCase = (when: string, sent: { query?: string; headers?: Record<string, string> }): Case => ({
      operation,
      request: { keys: [], otherKeys: [key], ...sent },
      expected: createUnauthorized(server, operation, 'missing'),
      when,
    });
    const inOtherHeaders = [
      createCase('the key is a bearer token, in cookies, and in headers with other names', {
        headers: {
          authorization: `Bearer ${key.value}`,
          cookie: [...apiKeyHeaders, ...otherParameters].map((name) => `${name}=${key.value}`).join('; '),
          ...Object.fromEntries(otherHeaders.filter(isUndocumented).map((name) => [name, key.value])),
        },
      }),
      createCase('the key is a password', {
        headers: { authorization: `Basic ${Buffer.from(`${key.value}:${key.value}`).toString('base64')}` },
      }),
      createCase('the key is the whole Authorization header', { headers: { authorization: key.value } }),
    ];
    return [
      createCaseCheck(
        server,
        {
          id: `${id}/key-in-query`,
          title: `${id} does not accept a key in the query string`,
          requirement: 'key-location',
        },
        [
          ...apiKeyHeaders.map((name) =>
            createCase(`the key is in the query parameter ${name}`, { query: `?${name}=${encoded}` }),
          ),
          createCase('the key is in query parameters with other names', {
            query: `?${otherParameters
              .filter(isUndocumented)
              .map((name) => `${name}=${encoded}`)
              .join('&')}`,
          }),
        ],
      ),
      createCaseCheck(
        server,
        {
          id: `${id}/key-in-other-headers`,
          title: `${id} does not accept a key in other headers`,
          requirement: 'key-location',
        },
        // The operations share the last two.
        inOtherHeaders.filter((_, at) => at === 0 || at % 2 === index % 2),
      ),
    ];
  });
}
