import { changeErrorBody, changeErrorStatus, type ErrorStatus } from '../changes/bodies.ts';
import {
  createErrorResponse,
  createHtmlResponse,
  onError,
  onStatus,
  withBody,
  withContentType,
} from '../changes/responses.ts';
import { createDefects, type EntryOptions, type Row } from '../entry.ts';
import { readHeader } from '../server/headers.ts';

const removeFromStatus = (name: keyof ErrorStatus) => changeErrorBody(({ [name]: _, ...rest }) => ({ status: rest }));
const setMessage = (errorMessage: unknown) => changeErrorStatus(() => ({ errorMessage }));

const stackTrace = [
  'TypeError: program is null',
  '    at find (/srv/app/programs.js:41:17)',
  '    at respond (/srv/app/server.js:12:3)',
];
const javaStackTrace =
  'java.lang.NullPointerException\n\tat org.giftoin.Programs.find(Programs.java:41)\n\tat org.giftoin.Api.get(Api.java:12)';
const errorBody: EntryOptions = { check: 'responses/error', requestsOf: '/unknown-key' };
const notFoundBody = { check: 'responses/error', requestsOf: '/not-found' };

const rows: readonly Row[] = [
  ['string', 'returns a string as an error', changeErrorBody(({ errorMessage }) => errorMessage)],
  ['flat', 'returns an error without the status object around it', changeErrorBody((status) => status), errorBody],
  ['message-only', 'returns an error that only has a message', changeErrorBody(() => ({ message: 'No.' })), errorBody],
  [
    'status-number',
    'returns a number as the status of an error',
    changeErrorBody(({ errorCode, errorMessage }) => ({ status: errorCode, message: errorMessage })),
  ],
  [
    'problem-json',
    'returns errors as application/problem+json',
    onError((response) =>
      withContentType(
        withBody(response, { type: 'about:blank', title: 'Bad', status: response.status }),
        'application/problem+json',
      ),
    ),
  ],
  [
    'problem-type',
    'returns errors as the contract defines them, with the type application/problem+json',
    onError((response) => withContentType(response, 'application/problem+json')),
  ],
  [
    'problem-type-400',
    'returns a 400 with the type application/problem+json',
    onStatus(400, (response) => withContentType(response, 'application/problem+json')),
    { check: 'responses/json', requestsOf: '/malformed/' },
  ],
  ['no-code', 'returns an error without an error code', removeFromStatus('errorCode')],
  ['no-message', 'returns an error without a message', removeFromStatus('errorMessage')],
  [
    'code-string',
    'returns the error code as a string',
    changeErrorStatus(({ errorCode }) => ({ errorCode: String(errorCode) })),
    errorBody,
  ],
  ['code-zero', 'returns 0 as the error code', changeErrorStatus(() => ({ errorCode: 0 }))],
  [
    'code-of-400',
    'returns 1000 as the error code of a 400',
    changeErrorStatus(({ errorCode }) => ({ errorCode: errorCode === 400 ? 1_000 : errorCode })),
  ],
  [
    'code-of-404',
    'returns 400 as the error code of a 404',
    changeErrorStatus(({ errorCode }) => ({ errorCode: errorCode === 404 ? 400 : errorCode })),
    notFoundBody,
  ],
  ['html-message', 'returns markup in the error message', setMessage('<p>That did <b>not</b> work.</p>'), errorBody],
  ['stack-trace', 'returns a stack trace in the error message', setMessage(stackTrace.join('\n'))],
  [
    'java-stack-trace',
    'returns a Java stack trace in the message of a 404',
    onStatus(404, () => createErrorResponse(404, 404, javaStackTrace)),
  ],
  ['empty-message', 'returns an empty error message', setMessage('')],
  [
    'html-type',
    'returns errors with the type text/html',
    onError((response) => withContentType(response, 'text/html')),
  ],
  ['no-type', 'returns errors without a content type', onError((response) => withContentType(response, undefined))],
  ['no-body', 'returns errors without a body', onError((response) => withBody(response, Buffer.from('')))],
  [
    'html-404',
    'returns an HTML page for an unknown program',
    onStatus(404, () => createHtmlResponse(404, 'Not Found')),
    { check: 'responses/json', requestsOf: '/not-found' },
  ],
  [
    'html-if-accepted',
    'returns errors as HTML pages if the request accepts HTML',
    onError((response, request) =>
      readHeader(request, 'accept').includes('html') ? createHtmlResponse(response.status, 'Error') : response,
    ),
    { check: '/accept-header' },
  ],
  [
    'text-400',
    'returns plain text for a malformed parameter',
    onStatus(400, (response) => withContentType(withBody(response, Buffer.from('Bad Request')), 'text/plain')),
  ],
  [
    'latin-1',
    'returns error messages in Latin-1',
    onError((response) =>
      withBody(response, Buffer.from(String(response.body).replace(/"errorMessage":"/, '$&Ungültig: '), 'latin1')),
    ),
  ],
];

export const errorBodyDefects = createDefects('errors', rows);
