import { resolveApiKey } from '../changes/api-keys.ts';
import { changeErrorStatus, changeSingle } from '../changes/bodies.ts';
import { changeResponse, onStatus, onSuccess, parseBody, withBody } from '../changes/responses.ts';
import { createDefects, type Row } from '../entry.ts';
import { withHeader } from '../server/headers.ts';
import type { Change, RawRequest, RawResponse } from '../server/respond.ts';

/** Repeats the key in the message of errors with an error code. */
const repeatInMessage = (code: number): Change =>
  changeErrorStatus(({ errorCode, errorMessage }, _, request) => {
    const key = resolveApiKey(request);
    return { errorMessage: errorCode === code && key ? `${errorMessage} (${key})` : errorMessage };
  });

const extendError = (response: RawResponse, extra: object) =>
  withBody(response, { ...(parseBody(response) as object), ...extra });
const addHeader =
  (name: string, format: (key: string) => string) =>
  (response: RawResponse, request: RawRequest): RawResponse => {
    const key = resolveApiKey(request);
    return key ? withHeader(response, name, format(key)) : response;
  };

/** Sends the body in one chunk, with a header after it. */
function addTrailer(response: RawResponse, value: string): RawResponse {
  const { length } = response.body;
  const parts = [`${length.toString(16)}\r\n`, response.body, `\r\n0\r\nX-Api-Key: ${value}\r\n\r\n`];
  return {
    ...withHeader(withHeader(response, 'Trailer', 'X-Api-Key'), 'Transfer-Encoding', 'chunked'),
    body: Buffer.concat(parts.map((part) => Buffer.from(part))),
  };
}

const rows: readonly Row[] = [
  [
    'leak-in-401',
    'repeats an unknown key in the error message',
    repeatInMessage(1001),
    { check: 'responses/no-api-key', requestsOf: '/unknown-key' },
  ],
  ['leak-in-404', 'repeats the key in the message of a 404', repeatInMessage(404)],
  [
    'leak-in-400',
    'lists the headers of the request in a 400',
    onStatus(400, (response, request) =>
      extendError(response, { request: { headers: Object.fromEntries(request.headers) } }),
    ),
  ],
  [
    'leak-in-program',
    'repeats the key in a property of a single program',
    changeSingle((program, request) => ({ ...program, requestedBy: resolveApiKey(request) })),
  ],
  [
    'leak-in-header',
    'repeats the key in a response header',
    changeResponse(addHeader('X-Api-Key', (key) => key)),
    { check: 'responses/no-api-key' },
  ],
  [
    'leak-in-challenge',
    'repeats the key in the WWW-Authenticate header of a 401',
    onStatus(
      401,
      addHeader('WWW-Authenticate', (key) => `ApiKey realm="giftoin", key="${key}"`),
    ),
  ],
  ['leak-in-cookie', 'sets a cookie with the key', onSuccess(addHeader('Set-Cookie', (key) => `key=${key}`))],
  [
    'leak-in-reason-phrase',
    'repeats an unknown key in the status line',
    onStatus(401, (response, request) => {
      const key = resolveApiKey(request);
      return key ? { ...response, reason: `Unknown key ${key}` } : response;
    }),
    { check: 'responses/no-api-key', requestsOf: '/unknown-key' },
  ],
  [
    'leak-in-trailer',
    'repeats the key in a header after the body',
    changeResponse((response, _, { apiKey }) => addTrailer(response, apiKey)),
    { check: 'responses/no-api-key' },
  ],
  [
    'leak-from-query',
    'repeats the path and query in a 401, with the key in it',
    onStatus(401, (response, request) => extendError(response, { path: request.target })),
  ],
];

export const apiKeyLeakDefects = createDefects('authentication', rows);
