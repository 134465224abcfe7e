import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { changeResponse, combine, withBody, withContentType } from '../changes/responses.ts';
import { createVariants, type Row } from '../entry.ts';
import { listHeaderValues, withHeader } from '../server/headers.ts';
import type { Change, RawResponse } from '../server/respond.ts';

const setType = (type: string): Change => changeResponse((response) => withContentType(response, type));

/** Compresses the body unless the request does not accept the encoding. */
const encodeBody = (encoding: string, compress: (body: Buffer) => Buffer): Change =>
  changeResponse((response, request) => {
    const [accepted = encoding] = listHeaderValues(request, 'accept-encoding');
    return accepted.includes(encoding)
      ? withHeader(withBody(response, compress(response.body)), 'Content-Encoding', encoding)
      : response;
  });

/** Uses a level that servers use. The highest one is slow. */
const compressBrotli = (body: Buffer) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } });

/** Splits the body into chunks of a few bytes, which splits characters too, with an extension and a trailer. */
function splitIntoChunks(response: RawResponse): RawResponse {
  const size = Math.max(7, Math.ceil(response.body.length / 40));
  const chunks: Buffer[] = [];
  for (let start = 0; start < response.body.length; start += size) {
    const chunk = response.body.subarray(start, start + size);
    chunks.push(Buffer.from(`${chunk.length.toString(16).toUpperCase()};part=1\r\n`), chunk, Buffer.from('\r\n'));
  }
  const body = Buffer.concat([...chunks, Buffer.from('0\r\nX-Checksum: 5d41\r\n\r\n')]);
  return { ...withHeader(response, 'Transfer-Encoding', 'chunked'), body };
}

const rows: readonly Row[] = [
  [
    'charset',
    'returns a content type with parameters, one of them the charset in quotes',
    setType('application/json ;Charset="UTF-8" ; profile="a;b"'),
  ],
  ['charset-ascii', 'returns a content type with the charset us-ascii', setType('application/json; charset=us-ascii')],
  [
    'type-parameter',
    'returns a content type with a parameter before the charset',
    setType('application/json;v=1; charset=utf-8'),
  ],
  ['type-case', 'returns the content type Application/JSON', setType('Application/JSON')],
  ['chunked', 'sends bodies in chunks', changeResponse(splitIntoChunks)],
  ['gzip', 'compresses bodies with gzip if the request accepts it', encodeBody('gzip', gzipSync)],
  ['deflate', 'compresses bodies with deflate if the request accepts it', encodeBody('deflate', deflateSync)],
  [
    'deflate-raw',
    'compresses bodies with deflate, without the zlib header, if the request accepts it',
    encodeBody('deflate', deflateRawSync),
  ],
  [
    'brotli-chunked',
    'compresses bodies with Brotli if the request accepts it, and sends them in chunks',
    combine(encodeBody('br', compressBrotli), changeResponse(splitIntoChunks)),
  ],
];

export const encodingVariants = createVariants('conforming', rows);
