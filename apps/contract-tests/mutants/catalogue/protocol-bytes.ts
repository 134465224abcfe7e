import { htmlAnswer, onSuccess, withBody } from '../changes/messages.ts';
import { isList } from '../changes/targets.ts';
import { defects, type Row } from '../mutant.ts';
import { type Mutation, withHeader } from '../server/exchange.ts';

const text = (change: (body: string) => string): Mutation =>
  onSuccess((answer) => withBody(answer, Buffer.from(change(String(answer.body)))));
const bytes = (change: (body: Buffer) => Buffer): Mutation =>
  onSuccess((answer) => withBody(answer, change(answer.body)));
const bom = Buffer.from([0xef, 0xbb, 0xbf]);
const python = (body: string) =>
  body.replaceAll(/\b(true|false|null)\b(?=[,}\]])/g, (word) => ({ true: 'True', false: 'False' })[word] ?? 'None');
/** The body in one chunk, without the last one that ends it. */
const openChunk = (body: Buffer) =>
  Buffer.concat([Buffer.from(`${body.length.toString(16)}\r\n`), body, Buffer.from('\r\n')]);

const rows: readonly Row[] = [
  ['bom', 'a success begins with a byte order mark', bytes((body) => Buffer.concat([bom, body]))],
  ['utf-16', 'a success is in UTF-16', bytes((body) => Buffer.from(String(body), 'utf16le'))],
  [
    'latin1',
    'a success is in Latin 1',
    bytes((body) =>
      Buffer.from(
        String(body)
          .replaceAll(/[^\0-\xff]/g, '?')
          .replaceAll('Card', 'Càrd'),
        'latin1',
      ),
    ),
  ],
  ['surrogates', 'characters beyond the basic plane are written as two surrogates', bytes(asSurrogates)],
  ['cut-body', 'a success ends before its length', onSuccess((answer) => ({ ...answer, cut: -40 }))],
  [
    'cut-silently',
    'a success is cut in its middle, and its length fits',
    bytes((body) => body.subarray(0, body.length / 2)),
  ],
  [
    'cut-chunks',
    'the chunks of a success have no end',
    onSuccess((answer) => ({
      ...answer,
      headers: [...answer.headers, ['Transfer-Encoding', 'chunked']],
      body: openChunk(answer.body),
      close: true,
    })),
  ],
  [
    'length-short',
    'the length of a success counts characters, not bytes',
    onSuccess((answer) =>
      withHeader(answer, 'Content-Length', String(Math.min(String(answer.body).length, answer.body.length - 1))),
    ),
  ],
  [
    'length-long',
    'the length of a success is one too many',
    onSuccess((answer) => ({ ...withHeader(answer, 'Content-Length', String(answer.body.length + 1)), close: true })),
  ],
  ['trailing', 'a success has a NUL behind it', bytes((body) => Buffer.concat([body, Buffer.from([0])]))],
  ['two-documents', 'a success has two documents', text((body) => `${body}\n${body}`)],
  [
    'lines',
    'the list has a document in each line',
    onSuccess((answer, request) =>
      isList(request)
        ? withBody(
            answer,
            Buffer.from(
              (JSON.parse(String(answer.body)) as unknown[]).map((program) => JSON.stringify(program)).join('\n'),
            ),
          )
        : answer,
    ),
  ],
  ['in-string', 'a success is JSON in a string of JSON', text((body) => JSON.stringify(body))],
  ['call', 'a success is a call', text((body) => `callback(${body})`)],
  ['guard', 'a success begins with a guard against scripts', text((body) => `)]}',\n${body}`)],
  [
    'warning',
    'a success begins with a warning of the interpreter',
    text((body) => `Warning: undefined index "size" in progress.php on line 12\n${body}`),
  ],
  [
    'nan',
    'the percentage of a program without cards is NaN',
    text((body) => body.replaceAll(/("size":0,"cards":\[\],"progressInPercentage":)0/g, '$1NaN')),
  ],
  ['python', 'a success is written as Python writes it', text(python)],
  ['single-quotes', 'strings stand in single quotes', text((body) => body.replaceAll('"', "'"))],
  ['bare-names', 'names of properties have no quotes', text((body) => body.replaceAll(/"(\w+)":/g, '$1:'))],
  ['trailing-comma', 'a comma follows the last item', text((body) => body.replace(/(.)$/, ',$1'))],
  ['raw-newline', 'a line break in a string is not escaped', text((body) => body.replaceAll('Collect ', 'Collect\n'))],
  [
    'bad-escape',
    'a string has an escape that JSON does not know',
    text((body) => body.replaceAll('Collect ', 'Collect\\x20')),
  ],
  ['empty', 'a success has no body', bytes(() => Buffer.from(''))],
  ['page', 'a success is a page', onSuccess(() => htmlAnswer(200, 'Giftoin'))],
];

/** As CESU-8 does, which databases use: each half of a pair becomes three bytes. */
function asSurrogates(body: Buffer): Buffer {
  const text = String(body);
  return Buffer.concat(
    Array.from({ length: text.length }, (_, index) => {
      const unit = text.charCodeAt(index);
      if (unit < 0xd800 || unit > 0xdfff) return Buffer.from(text.charAt(index));
      return Buffer.from([0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f)]);
    }),
  );
}

export const byteDefects = defects('protocol', rows);
