import { apiKeyHeaders } from '@giftoin/types';
import { acceptKeys, resolveApiKey } from '../changes/api-keys.ts';
import { isListRequest, isSingleRequest } from '../changes/parameters.ts';
import { createErrorResponse, onStatus } from '../changes/responses.ts';
import { createDefects, type EntryOptions, type Row } from '../entry.ts';
import { listHeaderValues } from '../server/headers.ts';

const similar: EntryOptions = { check: '/similar-keys' };
/** Returns 500 for unknown keys that match a pattern. */
const failOn = (pattern: RegExp) =>
  onStatus(401, (response, request) => (pattern.test(resolveApiKey(request)) ? createErrorResponse(500) : response));

const rows: readonly Row[] = [
  ['any-key', 'accepts any key', acceptKeys((sent) => sent !== ''), { check: '/unknown-key/' }],
  [
    'any-key-in-single',
    'accepts any key in requests for one program',
    acceptKeys((sent, _, request) => sent !== '' && isSingleRequest(request)),
  ],
  ['no-key', 'accepts requests without a key', acceptKeys((sent) => sent === '')],
  [
    'no-key-in-list',
    'accepts requests for the list without a key',
    acceptKeys((sent, _, request) => sent === '' && isListRequest(request)),
  ],
  [
    'empty-accepted',
    'accepts an empty key',
    acceptKeys(
      (sent, _, request) => sent === '' && apiKeyHeaders.some((name) => listHeaderValues(request, name)[0] === ''),
    ),
  ],
  [
    'first-eight',
    'compares only the first 8 characters of the key',
    acceptKeys((sent, apiKey) => sent.slice(0, 8) === apiKey.slice(0, 8)),
    similar,
  ],
  [
    'prefix-accepted',
    'accepts the start of the key',
    acceptKeys((sent, apiKey) => sent !== '' && apiKey.startsWith(sent)),
    similar,
  ],
  ['suffix-appended', 'accepts the key with more text after it', acceptKeys((sent, apiKey) => sent.startsWith(apiKey))],
  [
    'last-eight',
    'compares only the last 8 characters of the key',
    acceptKeys((sent, apiKey) => sent.slice(-8) === apiKey.slice(-8)),
  ],
  [
    'key-contained',
    'accepts any text that contains the key',
    acceptKeys((sent, apiKey) => sent.includes(apiKey)),
    similar,
  ],
  [
    'part-accepted',
    'accepts any part of the key that has more than 3 characters',
    acceptKeys((sent, apiKey) => sent.length > 3 && apiKey.includes(sent)),
    similar,
  ],
  [
    'case-insensitive',
    'compares keys without case',
    acceptKeys((sent, apiKey) => sent.toLowerCase() === apiKey.toLowerCase()),
    similar,
  ],
  [
    'length-compared',
    'accepts any key of the right length',
    acceptKeys((sent, apiKey) => sent.length === apiKey.length),
    similar,
  ],
  ['gft-prefix', 'accepts any key that starts with gft_', acceptKeys((sent) => sent.startsWith('gft_'))],
  [
    'object-properties',
    'looks keys up as the properties of an object, so that "constructor" is a key',
    acceptKeys((sent, apiKey) => sent in { [apiKey]: true }),
    similar,
  ],
  ['star', 'accepts * as a key', acceptKeys((sent) => sent === '*'), similar],
  [
    'comma-list',
    'reads the header as a list of keys',
    acceptKeys((sent, apiKey) => sent.split(',').some((part) => part.trim() === apiKey)),
    similar,
  ],
  [
    'semicolon-cut',
    'ignores what follows a semicolon in the key',
    acceptKeys((sent, apiKey) => sent.split(';')[0] === apiKey),
    similar,
  ],
  [
    'first-word',
    'compares only the first word of the key',
    acceptKeys((sent, apiKey) => sent.split(' ')[0] === apiKey),
    similar,
  ],
  [
    'trailing-punctuation',
    'ignores punctuation at the end of the key',
    acceptKeys((sent, apiKey) => sent.replace(/\W+$/, '') === apiKey),
    similar,
  ],
  [
    'dash-is-underscore',
    'treats - and _ in a key as equal',
    acceptKeys((sent, apiKey) => sent.replaceAll('_', '-') === apiKey.replaceAll('_', '-')),
    similar,
  ],
  [
    'dashes-ignored',
    'ignores - in a key',
    acceptKeys((sent, apiKey) => sent.replaceAll('-', '') === apiKey.replaceAll('-', '')),
    { ...similar, apiKey: 'Key-with-dashes-7d2f' },
  ],
  [
    'underscore-wildcard',
    'compares keys with an SQL pattern, so that _ matches any character',
    acceptKeys(
      (sent, apiKey) =>
        sent.length === apiKey.length && [...sent].every((letter, index) => letter === '_' || letter === apiKey[index]),
    ),
    similar,
  ],
  [
    'base64',
    'accepts the key in Base64',
    acceptKeys((sent, apiKey) => Buffer.from(sent, 'base64').toString() === apiKey),
    similar,
  ],
  ['quote-500', 'returns 500 for a key with a quote', failOn(/['"]/)],
  ['long-500', 'returns 500 for a key of more than 1024 characters', failOn(/.{1025}/), similar],
  ['non-ascii-500', 'returns 500 for a key with a non-ASCII byte', failOn(/[^\0-\x7f]/), similar],
  ['tab-500', 'returns 500 for a key with a tab', failOn(/\t/), similar],
];

export const apiKeyComparisonDefects = createDefects('authentication', rows);
