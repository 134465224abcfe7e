import { acceptKeys } from '../changes/api-keys.ts';
import { hasMalformed } from '../changes/parameters.ts';
import { changeByNumber, createErrorResponse, createHtmlResponse, onStatus } from '../changes/responses.ts';
import { createDefects, type EntryOptions, type Row } from '../entry.ts';
import { withHeader } from '../server/headers.ts';
import type { Change } from '../server/respond.ts';

/** Returns 429 for 1 of 20 requests. */
const limitRequests = (retryAfter: string | undefined, limited = createErrorResponse(429)): Change =>
  changeByNumber((response, number) =>
    response.status !== 401 && number % 20 === 12 ? withHeader(limited, 'Retry-After', retryAfter) : response,
  );
const withKeys: EntryOptions = { hasKeysForStatuses: true };

const rows: readonly Row[] = [
  [
    '404-as-200',
    'returns the body of a 404 with the status code 200',
    onStatus(404, (response) => ({ ...response, status: 200 })),
  ],
  [
    '400-as-200',
    'returns the body of a 400 with the status code 200',
    onStatus(400, (response) => ({ ...response, status: 200 })),
  ],
  [
    '401-as-200',
    'returns the body of a 401 with the status code 200',
    onStatus(401, (response) => ({ ...response, status: 200 })),
  ],
  [
    'no-retry-after',
    'returns a 429 without Retry-After',
    limitRequests(undefined),
    { check: 'responses/retry-after', requestsOf: '' },
  ],
  [
    'retry-after-date',
    'returns a date as Retry-After of a 429',
    limitRequests(new Date(Date.now() + 1_000).toUTCString()),
  ],
  ['retry-after-fraction', 'returns a fraction as Retry-After of a 429', limitRequests('0.5')],
  ['429-html', 'returns an HTML page for a 429', limitRequests('0', createHtmlResponse(429, '429 Too Many Requests'))],
  ['429-code', 'returns 1003 as the error code of a 429', limitRequests('0', createErrorResponse(429, 1_003))],
  ['503-for-429', 'returns 503 instead of 429', limitRequests('0', createErrorResponse(503))],
  [
    '402-code',
    'returns 1001 as the error code of a 402',
    onStatus(402, () => createErrorResponse(402, 1_001)),
    withKeys,
  ],
  ['403-for-402', 'returns 403 for an overdue subscription', onStatus(402, () => createErrorResponse(403)), withKeys],
  [
    '403-html',
    'returns an HTML page for a 403',
    onStatus(403, () => createHtmlResponse(403, '403 Forbidden')),
    withKeys,
  ],
  [
    'parameters-before-403',
    'validates the parameters before it checks what the plan allows',
    onStatus(403, (response, request) => (hasMalformed(request) ? createErrorResponse(400) : response)),
    withKeys,
  ],
  [
    'keys-unrestricted',
    'gives every key full access',
    acceptKeys((sent) => sent !== ''),
    { ...withKeys, check: '/documented/' },
  ],
];

export const errorStatusDefects = createDefects('errors', rows);
