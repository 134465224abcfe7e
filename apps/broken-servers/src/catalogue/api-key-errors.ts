import { apiKeyHeaders } from '@giftoin/types';
import { resolveApiKey } from '../changes/api-keys.ts';
import { changeErrorStatus } from '../changes/bodies.ts';
import { hasMalformed, isListRequest, isSingleRequest, readParameter } from '../changes/parameters.ts';
import {
  createErrorResponse,
  createJsonResponse,
  createRedirect,
  onStatus,
  withBody,
  withContentType,
} from '../changes/responses.ts';
import { createDefects, type Row } from '../entry.ts';
import { listHeaderValues } from '../server/headers.ts';
import type { Change, RawRequest, RawResponse } from '../server/respond.ts';
import { programIds } from '../server/worlds.ts';

const changeErrorCode = (change: (code: number, request: RawRequest) => number): Change =>
  changeErrorStatus(({ errorCode }, _, request) => ({ errorCode: change(errorCode, request) }));
const onUnknown = (change: (response: RawResponse, request: RawRequest) => RawResponse): Change =>
  onStatus(401, (response, request) => (resolveApiKey(request) ? change(response, request) : response));
const onMissing = (change: (response: RawResponse) => RawResponse): Change =>
  onStatus(401, (response, request) => (resolveApiKey(request) ? response : change(response)));
const isUnknownProgram = (request: RawRequest) =>
  !Object.values<string>(programIds).includes(readParameter(request, 'programId') ?? programIds.started);

const rows: readonly Row[] = [
  [
    'codes-swapped',
    'swaps the error codes of a missing and an unknown key',
    changeErrorCode((code) => ({ 1001: 1002, 1002: 1001 })[code] ?? code),
    { check: '/missing-key' },
  ],
  [
    'missing-1001',
    'returns the error code of an unknown key for a missing key',
    changeErrorCode((code) => (code === 1002 ? 1001 : code)),
  ],
  [
    'unknown-1002',
    'returns the error code of a missing key for an unknown key',
    changeErrorCode((code) => (code === 1001 ? 1002 : code)),
  ],
  [
    'empty-1001',
    'returns the error code of an unknown key for an empty key',
    changeErrorCode((code, request) =>
      code === 1002 && apiKeyHeaders.some((name) => listHeaderValues(request, name).length > 0) ? 1001 : code,
    ),
    { check: '/empty-key/' },
  ],
  ['unknown-400', 'returns 400 for an unknown key', onUnknown(() => createErrorResponse(400, 1001))],
  ['unknown-403', 'returns 403 for an unknown key', onUnknown(() => createErrorResponse(403, 1001))],
  ['unknown-404', 'returns 404 for an unknown key', onUnknown(() => createErrorResponse(404))],
  ['unknown-500', 'returns 500 for an unknown key', onUnknown(() => createErrorResponse(500))],
  [
    'unknown-empty-list',
    'returns an empty list for an unknown key',
    onUnknown((response, request) => (isListRequest(request) ? createJsonResponse(200, []) : response)),
  ],
  [
    'unknown-text',
    'returns plain text for an unknown key in requests for one program',
    onUnknown((response, request) =>
      isSingleRequest(request)
        ? withContentType(withBody(response, Buffer.from('Unauthorized')), 'text/plain')
        : response,
    ),
  ],
  ['missing-400', 'returns 400 for a missing key', onMissing(() => createErrorResponse(400, 1002))],
  [
    'missing-403',
    'returns 403 for a missing key',
    onMissing(() => createErrorResponse(403)),
    { check: '/missing-key' },
  ],
  [
    'missing-redirect',
    'redirects to a login page if the key is missing',
    onMissing(() => createRedirect(302, '/login')),
  ],
  [
    'missing-no-body',
    'returns no body for a missing key',
    onMissing((response) => withBody(response, Buffer.from(''))),
  ],
  [
    'success-cached',
    'returns a cached success to any key',
    (respond) => {
      const cache = new Map<string, RawResponse>();
      return async (request) => {
        const response = cache.get(request.target) ?? (await respond(request));
        if (response.status === 200) cache.set(request.target, response);
        return response;
      };
    },
  ],
  [
    'error-cached',
    'returns a cached 401 to the next request for the same path',
    (respond) => {
      const cache = new Map<string, RawResponse>();
      return async (request) => {
        const cached = cache.get(request.target);
        cache.delete(request.target);
        const response = cached ?? (await respond(request));
        if (!cached && response.status === 401) cache.set(request.target, response);
        return response;
      };
    },
  ],
  [
    'parameters-first',
    'validates the parameters before the key',
    onStatus(401, (response, request) => (hasMalformed(request) ? createErrorResponse(400) : response)),
    { check: '/validation-order' },
  ],
  [
    'existence-first',
    'looks up the program before it checks the key',
    onStatus(401, (response, request) =>
      isUnknownProgram(request) && !hasMalformed(request) ? createErrorResponse(404) : response,
    ),
    { check: '/validation-order' },
  ],
  [
    'existence-before-subscription',
    'looks up the program before it checks the subscription of the key',
    onStatus(402, (response, request) =>
      isUnknownProgram(request) && !hasMalformed(request) ? createErrorResponse(404) : response,
    ),
    { check: '/validation-order', hasKeysForStatuses: true },
  ],
];

export const apiKeyErrorDefects = createDefects('authentication', rows);
