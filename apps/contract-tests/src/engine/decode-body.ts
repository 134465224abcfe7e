import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import type { DecodingError } from '../model/exchange.ts';
import { NoResponseError } from '../model/no-response-error.ts';
import { createTooLargeError, maximumBodySize } from './collect-body.ts';

/** The limit protects against decompression bombs. */
const options = { maxOutputLength: maximumBodySize };
/** The maximum number of encodings of a body: each one can be as large as the limit. */
const maximumEncodings = 4;

const decoders: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  identity: (bytes) => bytes,
  gzip: (bytes) => gunzipSync(bytes, options),
  'x-gzip': (bytes) => gunzipSync(bytes, options),
  br: (bytes) => brotliDecompressSync(bytes, options),
  // Some servers send the zlib header that the standard requires, and some do not.
  deflate: (bytes) => ((bytes[0] ?? 0) % 16 === 8 ? inflateSync(bytes, options) : inflateRawSync(bytes, options)),
};

/**
 * Decodes the content encodings of a body, the last one first. If that fails, returns the bytes with the reason.
 *
 * Throws NoResponseError if the body is too large, or has too many encodings.
 */
export function decodeBody(
  bytes: Buffer,
  contentEncoding = '',
): { readonly body: Buffer; readonly decodingError?: DecodingError } {
  const encodings = contentEncoding
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter(Boolean);
  if (encodings.length > maximumEncodings) {
    throw new NoResponseError('response-too-large', `the body has more than ${maximumEncodings} content encodings`);
  }
  let body = bytes;
  for (const encoding of encodings.reverse()) {
    const decode = decoders[encoding];
    if (!decode) {
      const message = `its content encoding is ${JSON.stringify(encoding)}`;
      return { body: bytes, decodingError: { code: 'content-encoding-unknown', encoding, message } };
    }
    try {
      body = decode(body);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw createTooLargeError();
      const message = `it is not ${encoding}: ${(error as Error).message}`;
      return { body: bytes, decodingError: { code: 'content-encoding-mismatch', encoding, message } };
    }
  }
  return { body };
}
