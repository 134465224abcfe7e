import { type ErrorParts, errorParts, errors } from '../changes/bodies.ts';
import { answered, errorAnswer, htmlAnswer, numbered, onStatus, withBody, withType } from '../changes/messages.ts';
import { isMalformed } from '../changes/targets.ts';
import { defects, type Row } from '../mutant.ts';
import { type Mutation, withHeader } from '../server/exchange.ts';

const hour = 3_600_000;
const without = (name: keyof ErrorParts) => errors(({ [name]: _, ...rest }) => ({ status: rest }));
const says = (errorMessage: unknown) => errorParts(() => ({ errorMessage }));
const dated = (timestamp: (now: number) => unknown) =>
  errorParts((status) => ({ timestamp: timestamp(status.timestamp) }));
const onErrors = (change: Parameters<typeof answered>[0]): Mutation =>
  answered((answer, request, setting) => (answer.status >= 400 ? change(answer, request, setting) : answer));
/** One request in twenty is one too many. */
const limiting = (retryAfter: string | undefined, limited = errorAnswer(429)): Mutation =>
  numbered((answer, number) =>
    answer.status !== 401 && number % 20 === 12 ? withHeader(limited, 'Retry-After', retryAfter) : answer,
  );

const trace = [
  'TypeError: program is null',
  '    at find (/srv/app/programs.js:41:17)',
  '    at answer (/srv/app/server.js:12:3)',
];
const javaTrace =
  'java.lang.NullPointerException\n\tat org.giftoin.Programs.find(Programs.java:41)\n\tat org.giftoin.Api.get(Api.java:12)';
const keyedTo = { hasKeysForErrors: true } as const;

const rows: readonly Row[] = [
  ['bare-string', 'an error is a string', errors(({ errorMessage }) => errorMessage)],
  ['flat', 'an error has no status around it', errors((status) => status)],
  [
    'status-number',
    'the status of an error is a number',
    errors(({ errorCode, errorMessage }) => ({ status: errorCode, message: errorMessage })),
  ],
  [
    'problem',
    'an error is problem+json',
    onErrors((answer) =>
      withType(
        withBody(answer, { type: 'about:blank', title: 'Bad', status: answer.status }),
        'application/problem+json',
      ),
    ),
  ],
  [
    'problem-type',
    'an error in the right shape is called problem+json',
    onErrors((answer) => withType(answer, 'application/problem+json')),
  ],
  ['no-timestamp', 'an error has no timestamp', without('timestamp')],
  ['no-code', 'an error has no code', without('errorCode')],
  ['no-message', 'an error has no message', without('errorMessage')],
  [
    'code-string',
    'the code of an error is a string',
    errorParts(({ errorCode }) => ({ errorCode: String(errorCode) })),
  ],
  ['code-zero', 'the code of an error is 0', errorParts(() => ({ errorCode: 0 }))],
  [
    'code-of-400',
    'the code of a 400 is 1000',
    errorParts(({ errorCode }) => ({ errorCode: errorCode === 400 ? 1_000 : errorCode })),
  ],
  [
    'code-of-404',
    'the code of a 404 is 400',
    errorParts(({ errorCode }) => ({ errorCode: errorCode === 404 ? 400 : errorCode })),
  ],
  ['seconds', 'the timestamp of an error counts seconds', dated((now) => Math.floor(now / 1_000))],
  ['microseconds', 'the timestamp of an error counts microseconds', dated((now) => now * 1_000)],
  ['iso', 'the timestamp of an error is an ISO date', dated((now) => new Date(now).toISOString())],
  ['stale', 'the timestamp of an error is that of the documentation', dated(() => 1_644_825_600_000)],
  ['start-of-server', 'the timestamp of an error is that of the start three days ago', dated((now) => now - 72 * hour)],
  ['future', 'the timestamp of an error is two days ahead', dated((now) => now + 48 * hour)],
  ['zero', 'the timestamp of an error is 0', dated(() => 0)],
  [
    'digits-of-seconds',
    'the timestamp of an error is a string that counts seconds',
    dated((now) => String(Math.floor(now / 1_000))),
  ],
  ['html-message', 'the message of an error is markup', says('<p>That did <b>not</b> work.</p>')],
  ['trace', 'the message of an error is a stack trace', says(trace.join('\n'))],
  [
    'java-trace',
    'the message of a 404 is a stack trace of Java',
    onStatus(404, () => errorAnswer(404, 404, javaTrace)),
  ],
  ['empty-message', 'the message of an error is empty', says('')],
  ['html-type', 'an error is called HTML', onErrors((answer) => withType(answer, 'text/html'))],
  ['no-type', 'an error has no content type', onErrors((answer) => withType(answer, undefined))],
  ['empty-body', 'an error has no body', onErrors((answer) => withBody(answer, Buffer.from('')))],
  [
    'html-404',
    'a program that does not exist gets a page of the framework',
    onStatus(404, () => htmlAnswer(404, 'Not Found')),
  ],
  [
    'text-400',
    'a malformed parameter gets text',
    onStatus(400, (answer) => withType(withBody(answer, Buffer.from('Bad Request')), 'text/plain')),
  ],
  ['404-as-200', 'a 404 has the HTTP status 200', onStatus(404, (answer) => ({ ...answer, status: 200 }))],
  ['400-as-200', 'a 400 has the HTTP status 200', onStatus(400, (answer) => ({ ...answer, status: 200 }))],
  ['401-as-200', 'a 401 has the HTTP status 200', onStatus(401, (answer) => ({ ...answer, status: 200 }))],
  [
    'latin1',
    'the message of an error is in Latin 1',
    onErrors((answer) =>
      withBody(answer, Buffer.from(String(answer.body).replace(/"errorMessage":"/, '$&Ungültig: '), 'latin1')),
    ),
  ],
  ['limit-without-wait', 'a 429 has no Retry-After', limiting(undefined)],
  ['limit-with-date', 'the Retry-After of a 429 is a date', limiting(new Date(Date.now() + 1_000).toUTCString())],
  ['limit-with-fraction', 'the Retry-After of a 429 has a fraction', limiting('0.5')],
  ['limit-as-html', 'a 429 is a page of the web server', limiting('0', htmlAnswer(429, '429 Too Many Requests'))],
  ['limit-code', 'the code of a 429 is 1003', limiting('0', errorAnswer(429, 1_003))],
  ['limit-as-503', 'one request too many gets 503', limiting('0', errorAnswer(503))],
  ['overdue-code', 'the code of a 402 is 1001', onStatus(402, () => errorAnswer(402, 1_001)), keyedTo],
  ['overdue-as-403', 'an overdue subscription gets 403', onStatus(402, () => errorAnswer(403)), keyedTo],
  ['denied-html', 'a 403 is a page of the web server', onStatus(403, () => htmlAnswer(403, '403 Forbidden')), keyedTo],
  [
    'denied-after-parameters',
    'what the plan allows is checked after the parameters',
    onStatus(403, (answer, request) => (isMalformed(request) ? errorAnswer(400) : answer)),
    keyedTo,
  ],
];

export const errorDefects = defects('errors', rows);
