import {
  chooseKey,
  dashHeader,
  dropHeaders,
  readApiKeys,
  shortHeader,
  underscoreHeader,
  withApiKey,
} from '../changes/api-keys.ts';
import { isListRequest, isSingleRequest } from '../changes/parameters.ts';
import { changeRequest, changeResponse, createErrorResponse } from '../changes/responses.ts';
import { createDefects, type Row } from '../entry.ts';
import { listHeaderValues } from '../server/headers.ts';

const isNamed = (name: string) => (sent: string) => sent.toLowerCase() === name;
const isKeyHeader = (name: string) => [underscoreHeader, dashHeader, shortHeader].some(isNamed(name.toLowerCase()));
const findFirst = (keys: readonly (string | undefined)[]) => keys.find((key) => key);

/** Uses the header that was sent first. */
const firstSent = changeRequest((request) =>
  withApiKey(request, request.headers.find(([name, value]) => isKeyHeader(name) && value !== '')?.[1] ?? ''),
);

const rows: readonly Row[] = [
  [
    'underscore-dropped',
    'drops the x-gft_api_key header, as a proxy that rejects underscores does',
    dropHeaders(isNamed(underscoreHeader)),
    { check: `/valid-key/${underscoreHeader}` },
  ],
  [
    'dash-dropped',
    'drops the x-gft-api-key header',
    dropHeaders(isNamed(dashHeader)),
    { check: `/valid-key/${dashHeader}` },
  ],
  [
    'short-dropped',
    'drops the gft-api-key header',
    dropHeaders(isNamed(shortHeader)),
    { check: `/valid-key/${shortHeader}` },
  ],
  [
    'dash-dropped-in-list',
    'drops the x-gft-api-key header in requests for the list',
    dropHeaders((name, request) => isListRequest(request) && name.toLowerCase() === dashHeader),
  ],
  [
    'short-dropped-in-single',
    'drops the gft-api-key header in requests for one program',
    dropHeaders((name, request) => isSingleRequest(request) && name.toLowerCase() === shortHeader),
    { check: 'getCollectionChallengeProgress/valid-key/gft-api-key' },
  ],
  [
    'case-sensitive',
    'reads the key headers only if their names are in lower case',
    dropHeaders((name) => isKeyHeader(name) && name !== name.toLowerCase()),
    { check: '/valid-key/' },
  ],
  [
    'case-sensitive-short',
    'reads gft-api-key only if its name is in lower case',
    dropHeaders((name) => name.toLowerCase() === shortHeader && name !== shortHeader),
  ],
  [
    'upper-case-dropped',
    'drops key headers whose names are in upper case',
    dropHeaders((name) => isKeyHeader(name) && name === name.toUpperCase()),
  ],
  [
    'last-wins',
    'uses the last of several key headers',
    chooseKey((keys) => findFirst(keys.toReversed())),
    { check: '/header-precedence' },
  ],
  [
    'first-sent-wins',
    'uses the key header that was sent first, not the first in the order of the contract',
    firstSent,
    { check: '/header-precedence' },
  ],
  [
    'dash-before-underscore',
    'prefers x-gft-api-key to x-gft_api_key',
    chooseKey(([first, second, third]) => findFirst([second, first, third])),
  ],
  [
    'short-before-dash',
    'prefers gft-api-key to x-gft-api-key',
    chooseKey(([first, second, third]) => findFirst([first, third, second])),
  ],
  [
    'any-of-several',
    'accepts the request if any of several keys is valid',
    chooseKey((keys, _, apiKey) => (keys.includes(apiKey) ? apiKey : findFirst(keys))),
    { check: '/header-precedence' },
  ],
  [
    'all-of-several',
    'rejects the request if any of several keys is invalid',
    chooseKey((keys, _, apiKey) => findFirst(keys.filter((sent) => sent !== apiKey)) ?? findFirst(keys)),
  ],
  [
    'several-rejected',
    'returns 400 if more than one key header is sent',
    changeResponse((response, request) =>
      readApiKeys(request).filter(Boolean).length > 1 ? createErrorResponse(400) : response,
    ),
  ],
  [
    'empty-underscore-wins',
    'ignores the other key headers if x-gft_api_key is empty',
    changeRequest((request) =>
      listHeaderValues(request, underscoreHeader)[0] === '' ? withApiKey(request, '') : request,
    ),
    { check: '/empty-headers' },
  ],
  [
    'empty-dash-wins',
    'ignores gft-api-key if x-gft-api-key is empty',
    changeRequest((request) => {
      const [first, second] = readApiKeys(request);
      const isEmpty = !first && second === '' && listHeaderValues(request, dashHeader).length > 0;
      return isEmpty ? withApiKey(request, '') : request;
    }),
  ],
  [
    'names-in-capitals',
    'reads the names of key headers only in capitals',
    dropHeaders((name) => /gft/i.test(name) && name !== name.toUpperCase()),
  ],
  [
    'names-capitalized',
    'reads the names of key headers only with a capital letter after each dash',
    dropHeaders((name) => /gft/i.test(name) && !/^[A-Z][a-z_]*(-[A-Z][a-z_]*)*$/.test(name)),
  ],
];

export const apiKeyHeaderDefects = createDefects('authentication', rows);
