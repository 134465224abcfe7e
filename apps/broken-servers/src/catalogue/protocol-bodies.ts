import { isListRequest } from '../changes/parameters.ts';
import { createHtmlResponse, onSuccess, parseBody, withBody } from '../changes/responses.ts';
import { createDefects, type EntryOptions, type Row } from '../entry.ts';
import { withHeader } from '../server/headers.ts';
import type { Change } from '../server/respond.ts';

const changeBytes = (change: (body: Buffer) => Buffer): Change =>
  onSuccess((response) => withBody(response, change(response.body)));
const changeText = (change: (body: string) => string): Change =>
  changeBytes((body) => Buffer.from(change(String(body))));
const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);
const json: EntryOptions = { check: 'responses/json' };

const toPython = (body: string) =>
  body.replaceAll(/\b(true|false|null)\b(?=[,}\]])/g, (word) => ({ true: 'True', false: 'False' })[word] ?? 'None');
const toLatin1 = (body: Buffer) =>
  Buffer.from(
    String(body)
      .replaceAll(/[^\0-\xff]/g, '?')
      .replaceAll('Card', 'Càrd'),
    'latin1',
  );
/** Returns the body in one chunk, without the chunk that marks the end. */
const toOpenChunk = (body: Buffer) =>
  Buffer.concat([Buffer.from(`${body.length.toString(16)}\r\n`), body, Buffer.from('\r\n')]);

const rows: readonly Row[] = [
  ['byte-order-mark', 'sends a byte order mark', changeBytes((body) => Buffer.concat([byteOrderMark, body])), json],
  ['utf-16', 'sends UTF-16', changeBytes((body) => Buffer.from(String(body), 'utf16le')), json],
  ['latin-1', 'sends Latin-1', changeBytes(toLatin1), json],
  ['surrogates', 'encodes emoji as two surrogates of three bytes', changeBytes(toCesu8)],
  [
    'cut-body',
    'closes the connection before the end of the body',
    onSuccess((response) => ({ ...response, cut: -40 })),
    { check: 'responses/complete' },
  ],
  [
    'half-body',
    'sends half of the body, with a matching Content-Length',
    changeBytes((body) => body.subarray(0, body.length / 2)),
  ],
  [
    'cut-chunks',
    'sends chunks without the last one',
    onSuccess((response) => ({
      ...response,
      headers: [...response.headers, ['Transfer-Encoding', 'chunked']],
      body: toOpenChunk(response.body),
      close: true,
    })),
  ],
  [
    'content-length-of-characters',
    'counts characters instead of bytes in Content-Length',
    onSuccess((response) =>
      withHeader(response, 'Content-Length', String(Math.min(String(response.body).length, response.body.length - 1))),
    ),
  ],
  [
    'content-length-too-large',
    'sends a Content-Length that is too large by 1',
    onSuccess((response) => ({
      ...withHeader(response, 'Content-Length', String(response.body.length + 1)),
      close: true,
    })),
  ],
  ['trailing-nul', 'sends a NUL after the JSON', changeBytes((body) => Buffer.concat([body, Buffer.from([0])]))],
  ['trailing-comment', 'sends an HTML comment after the JSON', changeText((body) => `${body}<!-- -->`), json],
  ['two-documents', 'sends the JSON twice', changeText((body) => `${body}\n${body}`)],
  [
    'json-lines',
    'sends the list as one JSON document per line',
    onSuccess((response, request) =>
      isListRequest(request)
        ? withBody(
            response,
            Buffer.from((parseBody(response) as unknown[]).map((program) => JSON.stringify(program)).join('\n')),
          )
        : response,
    ),
  ],
  ['json-in-string', 'sends JSON in a JSON string', changeText((body) => JSON.stringify(body))],
  ['jsonp', 'sends JSONP', changeText((body) => `callback(${body})`)],
  ['guard', 'sends a guard against JSON hijacking before the JSON', changeText((body) => `)]}',\n${body}`)],
  [
    'warning',
    'sends a PHP warning before the JSON',
    changeText((body) => `Warning: undefined index "size" in progress.php on line 12\n${body}`),
  ],
  [
    'nan',
    'sends NaN as the percentage of a program without cards',
    changeText((body) => body.replaceAll(/("size":0,"cards":\[\],"progressInPercentage":)0/g, '$1NaN')),
  ],
  ['python', 'sends Python literals', changeText(toPython)],
  ['single-quotes', 'sends strings in single quotes', changeText((body) => body.replaceAll('"', "'"))],
  ['bare-names', 'sends property names without quotes', changeText((body) => body.replaceAll(/"(\w+)":/g, '$1:'))],
  ['trailing-comma', 'sends a trailing comma', changeText((body) => body.replace(/(.)$/, ',$1'))],
  [
    'raw-line-feed',
    'sends a line feed in a string without escaping it',
    changeText((body) => body.replaceAll('Collect ', 'Collect\n')),
  ],
  [
    'invalid-escape',
    'sends an escape that JSON does not have',
    changeText((body) => body.replaceAll('Collect ', 'Collect\\x20')),
  ],
  ['no-body', 'sends no body', changeBytes(() => Buffer.from(''))],
  ['html', 'sends an HTML page', onSuccess(() => createHtmlResponse(200, 'Giftoin'))],
];

/** Encodes text as CESU-8, as some databases do: each surrogate of a pair becomes three bytes. */
function toCesu8(body: Buffer): Buffer {
  const text = String(body);
  return Buffer.concat(
    Array.from({ length: text.length }, (_, index) => {
      const unit = text.charCodeAt(index);
      if (unit < 0xd800 || unit > 0xdfff) return Buffer.from(text.charAt(index));
      return Buffer.from([0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f)]);
    }),
  );
}

export const protocolBodyDefects = createDefects('protocol', rows);
