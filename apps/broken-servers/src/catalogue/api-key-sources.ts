import { apiKeyHeaders } from '@giftoin/types';
import { resolveApiKey, shortHeader, underscoreHeader, withApiKey } from '../changes/api-keys.ts';
import { readQuery } from '../changes/parameters.ts';
import { changeRequest } from '../changes/responses.ts';
import { createDefects, type Row } from '../entry.ts';
import { readHeader } from '../server/headers.ts';
import type { Change } from '../server/respond.ts';

/** Reads the key from the query if no header has one. */
const readFromQuery = (name: string): Change =>
  changeRequest((request) => (resolveApiKey(request) ? request : withApiKey(request, readQuery(request, name) ?? '')));

/** Reads the key from another header if none of the three has one. */
const readFromHeader = (name: string, pattern = /^(?:Bearer |ApiKey )?(.*)$/i): Change =>
  changeRequest((request) => {
    const [, value = ''] = pattern.exec(readHeader(request, name)) ?? [];
    return resolveApiKey(request) ? request : withApiKey(request, value);
  });

const rows: readonly Row[] = [
  ['query-underscore', 'reads the key from the query parameter x-gft_api_key', readFromQuery(underscoreHeader)],
  ['query-dash', 'reads the key from the query parameter x-gft-api-key', readFromQuery('x-gft-api-key')],
  [
    'query-short',
    'reads the key from the query parameter gft-api-key',
    readFromQuery(shortHeader),
    { check: '/key-in-query' },
  ],
  [
    'query-api_key',
    'reads the key from the query parameter api_key',
    readFromQuery('api_key'),
    { check: '/key-in-query' },
  ],
  ['query-key', 'reads the key from the query parameter key', readFromQuery('key')],
  ['query-token', 'reads the key from the query parameter access_token', readFromQuery('access_token')],
  [
    'query-overrides',
    'prefers a key in the query to the key in a header',
    changeRequest((request) => {
      const sent = apiKeyHeaders.map((name) => readQuery(request, name)).find(Boolean);
      return sent ? withApiKey(request, sent) : request;
    }),
    { check: '/unknown-query' },
  ],
  ['bearer', 'reads the key from Authorization', readFromHeader('authorization'), { check: '/key-in-other-headers' }],
  [
    'bearer-overrides',
    'prefers a bearer token to the key in a header',
    changeRequest((request) => {
      const token = readHeader(request, 'authorization').slice('Bearer '.length);
      return token ? withApiKey(request, token) : request;
    }),
    { check: '/unknown-headers' },
  ],
  ['x-api-key', 'reads the key from x-api-key, as API gateways do', readFromHeader('x-api-key')],
  [
    'cookie',
    'reads the key from a cookie',
    readFromHeader('cookie', /x-gft-api-key=([^;]+)/),
    { check: '/key-in-other-headers' },
  ],
];

export const apiKeySourceDefects = createDefects('authentication', rows);
