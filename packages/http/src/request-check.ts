import type { IncomingMessage } from 'node:http';
import type { ProtocolError } from './protocol-errors.ts';

/**
 * Returns what is wrong with the head of a request beside its host; undefined if nothing is. The parser of Node.js accepts
 * more than the RFC allows.
 */
export function checkHead({ url = '', method, httpVersionMinor, headers }: IncomingMessage): ProtocolError | undefined {
  // In the form of an origin, of an absolute URL, or `*` for the whole server (RFC 9112, section 3.2).
  const isStar = url === '*' && method === 'OPTIONS';
  if (!isStar && !/^(\/|https?:\/\/[^/?])/i.test(url)) return malformedTarget;
  // A URL is ASCII, and its fragment stays with the client (RFC 3986).
  if (/[^!-~]|#/.test(url)) return malformedTarget;
  const encoding = headers['transfer-encoding'];
  if (encoding === undefined) return undefined;
  // Section 6.1: HTTP/1.0 has no transfer encodings, so that such a message can have been changed on its way.
  if (httpVersionMinor === 0) return oldEncoding;
  // Section 6.3: the length of the body is known only if the last encoding is `chunked`.
  return /(^|,)[ \t]*chunked[ \t]*$/i.test(encoding) ? undefined : unknownEncoding;
}

const malformedTarget = { status: 400, message: 'The target of the request is not a path or a URL of this server.' };
const unknownEncoding = { status: 400, message: 'The last transfer encoding of the body is not chunked.' };
const oldEncoding = { status: 400, message: 'A request of HTTP/1.0 cannot have a transfer encoding.' };
