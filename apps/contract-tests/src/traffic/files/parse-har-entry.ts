import { isObject, type JsonObject } from '@giftoin/openapi';
import type { HeaderValues, RecordedBody, RecordedExchange, RecordedResponse } from '../../model/recorded-exchange.ts';
import type { HarEntry } from './assemble-entries.ts';
import { limitBody } from './parse-log-line.ts';
import { MalformedRecordError } from './recording-item.ts';

/**
 * Converts an entry of a HAR file of a browser or a proxy.
 *
 * Throws MalformedRecordError if the entry has no request with a method and a URL.
 */
export function parseHarEntry({ value, isCut }: HarEntry): RecordedExchange {
  if (!isObject(value) || !isObject(value.request)) throw new MalformedRecordError('has no "request"');
  const { method, url, headers } = value.request;
  if (typeof method !== 'string') throw new MalformedRecordError('has no "request.method"');
  if (typeof url !== 'string') throw new MalformedRecordError('has no "request.url"');
  return { method, url, requestHeaders: parseHeaders(headers) ?? {}, response: parseResponse(value.response, isCut) };
}

/** Browsers record status 0 for a request that was blocked or cancelled. */
function parseResponse(response: unknown, isCut: boolean): RecordedResponse | undefined {
  if (!isObject(response) || typeof response.status !== 'number' || response.status < 100) return undefined;
  const content = isObject(response.content) ? response.content : {};
  return {
    status: response.status,
    reason: typeof response.statusText === 'string' ? response.statusText : '',
    headers: parseHeaders(response.headers),
    body: isCut ? 'too-large' : parseBody(content, response.bodySize),
  };
}

/** The text of a HAR is decompressed. There is none if the body is empty, or if the recorder has not kept it. */
function parseBody({ text, encoding, size }: JsonObject, bodySize: unknown): RecordedBody {
  if (typeof text !== 'string' || (text === '' && Number(size) > 0)) {
    return size === 0 && !(Number(bodySize) > 0) ? Buffer.alloc(0) : 'not-recorded';
  }
  const body = Buffer.from(text, encoding === 'base64' ? 'base64' : 'utf8');
  return isShortened(body, Number(size)) ? 'too-large' : limitBody(body);
}

/** Firefox keeps the beginning of a long body. It is then not JSON, and shorter than its size. */
function isShortened(body: Buffer, size: number): boolean {
  if (!(body.length < size) || body.length < 100_000) return false;
  try {
    JSON.parse(body.toString());
    return false;
  } catch {
    return true;
  }
}

/** A recorder that keeps no headers writes an empty array: every response has some. */
function parseHeaders(headers: unknown): HeaderValues | undefined {
  if (!Array.isArray(headers) || headers.length === 0) return undefined;
  const values: Record<string, string[]> = Object.create(null);
  for (const header of headers) {
    if (!isObject(header) || typeof header.name !== 'string' || typeof header.value !== 'string') continue;
    const name = header.name.toLowerCase();
    // HTTP/2 has the status and the URL in such names.
    if (name.startsWith(':')) continue;
    // Chrome writes the values of a repeated header in lines.
    values[name] = [...(values[name] ?? []), ...header.value.split('\n')];
  }
  return values;
}
