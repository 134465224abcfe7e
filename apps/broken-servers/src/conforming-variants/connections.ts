import { changeByNumber, changeResponse, combine } from '../changes/responses.ts';
import { createVariants, type Row } from '../entry.ts';
import { withHeader } from '../server/headers.ts';
import type { Change } from '../server/respond.ts';

/** Delays 1 of a number of responses, in milliseconds. */
const delay = (every: number, milliseconds: number): Change =>
  changeByNumber((response, number) => (number % every === 0 ? { ...response, delay: milliseconds } : response));
/** Closes the connection after 1 of a number of responses, without announcing it. */
const closeSilently = (every: number): Change =>
  changeByNumber((response, number) =>
    number % every === 0 ? { ...response, cut: Number.MAX_SAFE_INTEGER } : response,
  );
const changeHeaderNames = (change: (name: string) => string): Change =>
  changeResponse((response) => ({
    ...response,
    headers: response.headers.map(([name, value]) => [change(name), value]),
  }));

const addHeaders: Change = changeResponse((response) => ({
  ...response,
  headers: [
    ['Server', 'cloudflare'],
    ['Set-Cookie', 'a=1; Path=/; HttpOnly'],
    ['Set-Cookie', 'b=2; Path=/'],
    ['ETag', 'W/"5d41"'],
    ['Vary', 'Accept-Encoding, Origin'],
    ['Strict-Transport-Security', 'max-age=31536000'],
    ['X-Powered-By', ''],
    ['Link', '<https://example.com/docs>; rel="help"'],
    ...response.headers,
  ],
}));
const addChallenge: Change = changeResponse((response) =>
  response.status === 401 ? withHeader(response, 'WWW-Authenticate', 'ApiKey realm="giftoin"') : response,
);
const sendEarlyHints: Change = changeResponse((response) => ({
  ...response,
  prefix: 'HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n',
}));

const rows: readonly Row[] = [
  ['close', 'closes the connection after every response', changeResponse((response) => ({ ...response, close: true }))],
  ['close-silently', 'closes the connection after 1 of 5 responses without announcing it', closeSilently(5)],
  ['close-always-silently', 'closes the connection after every response without announcing it', closeSilently(1)],
  [
    'http-1.0',
    'uses HTTP/1.0 and ends bodies with the connection',
    changeResponse((response) => ({ ...response, version: '1.0', unframed: true })),
  ],
  [
    'few-headers',
    'sends no reason phrase, no Date header, and header names in lower case',
    combine(
      changeResponse((response) => withHeader({ ...response, reason: '' }, 'Date', undefined)),
      changeHeaderNames((name) => name.toLowerCase()),
    ),
  ],
  [
    'extra-headers',
    'sends early hints, more headers than required, and header names in upper case',
    combine(
      addHeaders,
      addChallenge,
      changeHeaderNames((name) => name.toUpperCase()),
      sendEarlyHints,
    ),
  ],
  ['slow', 'delays every response by 10 ms, and some by 300 ms', combine(delay(1, 10), delay(100, 300))],
];

export const connectionVariants = createVariants('conforming', rows);
