import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { all, answered, errorAnswer, htmlAnswer, numbered, withBody, withType } from '../changes/messages.ts';
import { type Row, variants } from '../mutant.ts';
import { type Answer, type Mutation, valuesOf, withHeader } from '../server/exchange.ts';

const typed = (type: string): Mutation => answered((answer) => withType(answer, type));
const without = (name: string): Mutation => answered((answer) => withHeader(answer, name, undefined));

const coded = (coding: string, compress: (body: Buffer) => Buffer): Mutation =>
  answered((answer, request) => {
    const [accepted = coding] = valuesOf(request, 'accept-encoding');
    return accepted.includes(coding)
      ? withHeader(withBody(answer, compress(answer.body)), 'Content-Encoding', coding)
      : answer;
  });

/** At a level that servers use, and not the highest, which is slow. */
const brotli = (body: Buffer) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } });

/** In pieces of a few bytes, which cut characters apart, with an extension and a trailer. */
function chunked(answer: Answer): Answer {
  const size = Math.max(7, Math.ceil(answer.body.length / 40));
  const chunks: Buffer[] = [];
  for (let start = 0; start < answer.body.length; start += size) {
    const chunk = answer.body.subarray(start, start + size);
    chunks.push(Buffer.from(`${chunk.length.toString(16).toUpperCase()};part=1\r\n`), chunk, Buffer.from('\r\n'));
  }
  const body = Buffer.concat([...chunks, Buffer.from('0\r\nX-Checksum: 5d41\r\n\r\n')]);
  return { ...withHeader(answer, 'Transfer-Encoding', 'chunked'), body };
}

const limited = (seconds: string) => withHeader(errorAnswer(429, 429, 'Too many requests.'), 'Retry-After', seconds);
/** Only who has a good key is counted: a refusal of the key comes first. */
const limiting =
  (seconds: string, isLimited: (count: number) => boolean): Mutation =>
  (ask) => {
    let count = 0;
    return async (request) => {
      const answer = await ask(request);
      if (answer.status === 401) return answer;
      count += 1;
      return isLimited(count) ? limited(seconds) : answer;
    };
  };

/** What proxies do with a path before the server sees it: any 4xx of their own will do. */
const proxied = (refusal: (status: number) => Answer, longest: number): Mutation =>
  answered((answer, { target }) => {
    const [path = ''] = target.split('?');
    if (target.length > longest) return refusal(414);
    return /%2F|\/\/|\/(\.|%2E){1,2}(\/|$)/i.test(path) ? refusal(404) : answer;
  });

/** Answers one in so many late. */
const late = (every: number, wait: number): Mutation =>
  numbered((answer, number) => (number % every === 0 ? { ...answer, wait } : answer));

const extra: Mutation = answered((answer) => ({
  ...answer,
  headers: [
    ['Server', 'cloudflare'],
    ['Set-Cookie', 'a=1; Path=/; HttpOnly'],
    ['Set-Cookie', 'b=2; Path=/'],
    ['ETag', 'W/"5d41"'],
    ['Vary', 'Accept-Encoding, Origin'],
    ['Strict-Transport-Security', 'max-age=31536000'],
    ['X-Powered-By', ''],
    ['Link', '<https://example.com/docs>; rel="help"'],
    ...answer.headers,
  ],
}));

const challenge: Mutation = answered((answer) =>
  answer.status === 401 ? withHeader(answer, 'WWW-Authenticate', 'ApiKey realm="giftoin"') : answer,
);
const capitals: Mutation = answered((answer) => ({
  ...answer,
  headers: answer.headers.map(([name, value]) => [name.toUpperCase(), value]),
}));
const small: Mutation = answered((answer) => ({
  ...answer,
  headers: answer.headers.map(([name, value]) => [name.toLowerCase(), value]),
}));

const hinted: Mutation = answered((answer) => ({
  ...answer,
  ahead: 'HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n',
}));

const rows: readonly Row[] = [
  [
    'charset',
    'the content type has parameters, the charset among them',
    typed('application/json ;Charset="UTF-8" ; profile="a;b"'),
  ],
  ['capital-type', 'the content type is written Application/JSON', typed('Application/JSON')],
  ['chunked', 'bodies come in chunks', answered(chunked)],
  ['gzip', 'bodies are compressed with gzip, where the request allows it', coded('gzip', gzipSync)],
  [
    'brotli-chunked',
    'bodies are compressed with Brotli, where the request allows it, and come in chunks',
    all(coded('br', brotli), answered(chunked)),
  ],
  ['closing', 'every answer closes its connection', answered((answer) => ({ ...answer, close: true }))],
  [
    'closing-silently',
    'one connection in five ends after its answer without a word',
    numbered((answer, number) => (number % 5 === 0 ? { ...answer, cut: Number.MAX_SAFE_INTEGER } : answer)),
  ],
  [
    'http-1.0',
    'answers are HTTP/1.0, and end with their connection',
    answered((answer) => ({ ...answer, version: '1.0', unframed: true })),
  ],
  [
    'few-headers',
    'the status line has no phrase, there is no Date, and names of headers are in small letters',
    all(
      answered((answer) => ({ ...answer, reason: '' })),
      without('Date'),
      small,
    ),
  ],
  [
    'extra-headers',
    'early hints go ahead, answers have headers that nobody asked for, and names of headers are in capitals',
    all(extra, challenge, capitals, hinted),
  ],
  ['slow', 'every answer takes 10 ms, and some take 300', all(late(1, 10), late(100, 300))],
  ['limited-once', 'one request has to wait a second', limiting('1', (count) => count === 21)],
  ['limited-often', 'one request in seven is one too many for now', limiting('0', (count) => count % 7 === 0)],
  [
    'limited-in-a-row',
    'the first request has to wait, and later three in a row',
    limiting('0', (count) => count === 1 || (count >= 30 && count <= 32)),
  ],
  [
    'proxy',
    'a proxy refuses folded and overlong paths with pages of its own',
    proxied((status) => htmlAnswer(status, 'Refused'), 4_000),
  ],
  [
    'proxy-of-few-words',
    'a proxy refuses folded and overlong paths without a body',
    proxied((status) => ({ status, headers: [], body: Buffer.from('') }), 8_000),
  ],
];

export const protocolVariants = variants('conforming', rows);
