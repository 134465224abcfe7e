import { changeErrorStatus } from '../changes/bodies.ts';
import { decodeOnce, onTarget, type ParameterName, parseTarget, rejectParameter } from '../changes/parameters.ts';
import {
  changeResponseIf,
  createErrorResponse,
  createHtmlResponse,
  createJsonResponse,
  createRedirect,
} from '../changes/responses.ts';
import { createDefects, type EntryOptions, type Row } from '../entry.ts';
import type { Change } from '../server/respond.ts';

const failed = createErrorResponse(500);
const disconnected = { ...failed, cut: 0 };
const lonePercent = /^[^?]*%(?![0-9A-Fa-f]{2})/;
const ifLongerThan = (length: number, response = failed) =>
  changeResponseIf(({ target }) => target.length > length, response);
const noServerError: EntryOptions = { check: 'responses/no-server-error', requestsOf: '/malformed/' };

/** Repeats the value of a parameter in the message of a 400 if it has markup. */
const repeatMarkup = (name: ParameterName): Change =>
  changeErrorStatus(({ errorCode, errorMessage }, _, request) => {
    const raw = parseTarget(request)?.[name] ?? '';
    return { errorMessage: errorCode === 400 && raw.includes('%3C') ? `Unknown: ${decodeOnce(raw)}` : errorMessage };
  });
const repeated: EntryOptions = { check: 'responses/error', requestsOf: '/malformed/' };

const rows: readonly Row[] = [
  ['nul-500', 'returns 500 for a NUL', onTarget(/%00/, failed)],
  ['quote-500', 'returns 500 for a single quote', onTarget(/%27|'/, failed), noServerError],
  ['backslash-500', 'returns 500 for a backslash', onTarget(/%5C|\\/i, failed)],
  ['lone-percent-500', 'returns 500 for a % without digits', onTarget(lonePercent, failed), noServerError],
  ['lone-percent-disconnects', 'closes the connection after a % without digits', onTarget(lonePercent, disconnected)],
  [
    'invalid-utf-8-disconnects',
    'closes the connection after a byte that is not UTF-8',
    onTarget(/%ff/i, disconnected),
    { check: 'responses/complete', requestsOf: '/malformed/' },
  ],
  [
    'lone-percent-html',
    'returns an HTML page for a % without digits',
    onTarget(lonePercent, createHtmlResponse(400, 'Bad Request')),
  ],
  ['dot-segments-500', 'returns 500 for dot segments', onTarget(/\/(\.|%2E){1,2}(\/|$|\?)/i, failed)],
  [
    'empty-redirect',
    'redirects to the list if the program ID is empty',
    onTarget(
      /collection-challenges\/(\?|$)/,
      createRedirect(301, '/api/v1/users/discord/7/progress/collection-challenges'),
    ),
    { check: 'responses/success', requestsOf: '/malformed/programId' },
  ],
  ['long-500', 'returns 500 for a path of more than 8000 characters', ifLongerThan(8_000)],
  [
    'long-disconnects',
    'closes the connection after a path of more than 4000 characters',
    ifLongerThan(4_000, disconnected),
  ],
  [
    'long-redirect',
    'redirects a path of more than 5000 characters',
    ifLongerThan(5_000, createRedirect(302, '/')),
    { check: 'responses/success', requestsOf: '/malformed/' },
  ],
  [
    'markup-repeated',
    'repeats the path with its markup in the message of a 400',
    changeErrorStatus(({ errorCode, errorMessage }, _, request) => ({
      errorMessage: errorCode === 400 ? `Malformed: ${decodeOnce(request.target) ?? '?'}` : errorMessage,
    })),
  ],
  [
    'platform-markup-repeated',
    'repeats a platform with markup in the message of a 400',
    repeatMarkup('platform'),
    repeated,
  ],
  [
    'user-markup-repeated',
    'repeats a user ID with markup in the message of a 400',
    repeatMarkup('platformUserId'),
    repeated,
  ],
  [
    'program-markup-repeated',
    'repeats a program ID with markup in the message of a 400',
    repeatMarkup('programId'),
    repeated,
  ],
  [
    'proto-500',
    'returns 500 for the platform __proto__',
    rejectParameter('platform', (value) => value === '__proto__', failed),
  ],
  [
    'constructor-500',
    'returns 500 for the user ID constructor',
    rejectParameter('platformUserId', (value) => value === 'constructor', failed),
  ],
  [
    'proto-200',
    'returns an empty object for the program ID __proto__',
    rejectParameter('programId', (value) => value === '__proto__', createJsonResponse(200, {})),
  ],
];

export const parameterInjectionDefects = createDefects('parameters', rows);
