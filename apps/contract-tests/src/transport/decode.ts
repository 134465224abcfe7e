import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';

/** More than any answer of the API; what unpacks to more is a bomb. */
const options = { maxOutputLength: 100_000_000 };

const decoders: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  identity: (bytes) => bytes,
  gzip: (bytes) => gunzipSync(bytes, options),
  'x-gzip': (bytes) => gunzipSync(bytes, options),
  br: (bytes) => brotliDecompressSync(bytes, options),
  // Some servers send it with the frame of zlib, as they should, and some without.
  deflate: (bytes) => ((bytes[0] ?? 0) % 16 === 8 ? inflateSync(bytes, options) : inflateRawSync(bytes, options)),
};

/** Undoes the content encodings of a body, the last one first. */
export function decoded(bytes: Buffer, encoding = ''): { readonly body: Buffer; readonly undecoded?: string } {
  const names = encoding
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter(Boolean);
  let body = bytes;
  for (const name of names.reverse()) {
    const decode = decoders[name];
    if (!decode) return { body: bytes, undecoded: `its content encoding is ${JSON.stringify(name)}` };
    try {
      body = decode(body);
    } catch (error) {
      return { body: bytes, undecoded: `it is not ${name}: ${(error as Error).message}` };
    }
  }
  return { body };
}
