import { errorParts, ones } from '../changes/bodies.ts';
import { keyOf } from '../changes/keys.ts';
import { answered, jsonOf, onStatus, withBody } from '../changes/messages.ts';
import { defects, type Row } from '../mutant.ts';
import { type Answer, type Request, withHeader } from '../server/exchange.ts';

/** An error's message, with the key in it where there is one. */
const messageWith = (code: number) =>
  errorParts(({ errorCode, errorMessage }, _, request) => ({
    errorMessage: errorCode === code && keyOf(request) ? `${errorMessage} (${keyOf(request)})` : errorMessage,
  }));

const errorWith = (answer: Answer, extra: object) => withBody(answer, { ...(jsonOf(answer) as object), ...extra });
const headerWith =
  (name: string, value: (key: string, request: Request) => string) => (answer: Answer, request: Request) =>
    keyOf(request) ? withHeader(answer, name, value(keyOf(request), request)) : answer;

const rows: readonly Row[] = [
  ['echo-unknown', 'the message of an unknown key repeats it', messageWith(1001)],
  ['echo-not-found', 'the message of a 404 repeats the key', messageWith(404)],
  [
    'echo-headers',
    'an error lists the headers of its request',
    onStatus(400, (answer, request) =>
      errorWith(answer, { request: { headers: Object.fromEntries(request.headers) } }),
    ),
  ],
  [
    'echo-in-answer',
    'a program alone names the key it was read with',
    ones((program, request) => ({ ...program, requestedBy: keyOf(request) })),
  ],
  ['echo-in-header', 'a header of every answer repeats the key', answered(headerWith('X-Api-Key', (key) => key))],
  [
    'echo-in-challenge',
    'the challenge of a 401 repeats the key',
    onStatus(
      401,
      headerWith('WWW-Authenticate', (key) => `ApiKey realm="giftoin", key="${key}"`),
    ),
  ],
  [
    'echo-in-cookie',
    'a cookie carries the key of a success',
    answered((answer, request) =>
      answer.status === 200 ? headerWith('Set-Cookie', (key) => `key=${key}`)(answer, request) : answer,
    ),
  ],
  [
    'echo-in-status-line',
    'the status line of an unknown key repeats it',
    onStatus(401, (answer, request) =>
      keyOf(request) ? { ...answer, reason: `Unknown key ${keyOf(request)}` } : answer,
    ),
  ],
  [
    'echo-from-query',
    'a 401 repeats its path with the query, and a key in it',
    onStatus(401, (answer, request) => errorWith(answer, { path: request.target })),
  ],
];

export const authenticationSecrecy = defects('authentication', rows);
