import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import type { DecodingError } from '../model/exchange.ts';

/** The limit protects against decompression bombs. No response of the API is as large. */
const options = { maxOutputLength: 100_000_000 };

const decoders: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  identity: (bytes) => bytes,
  gzip: (bytes) => gunzipSync(bytes, options),
  'x-gzip': (bytes) => gunzipSync(bytes, options),
  br: (bytes) => brotliDecompressSync(bytes, options),
  // Some servers send the zlib header that the standard requires, and some do not.
  deflate: (bytes) => ((bytes[0] ?? 0) % 16 === 8 ? inflateSync(bytes, options) : inflateRawSync(bytes, options)),
};

/** Decodes the content encodings of a body, the last one first. If that fails, returns the bytes with the reason. */
export function decodeBody(
  bytes: Buffer,
  contentEncoding = '',
): { readonly body: Buffer; readonly decodingError?: DecodingError } {
  const encodings = contentEncoding
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter(Boolean);
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
      const message = `it is not ${encoding}: ${(error as Error).message}`;
      return { body: bytes, decodingError: { code: 'content-encoding-mismatch', encoding, message } };
    }
  }
  return { body };
}
