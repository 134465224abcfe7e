import { isObject, type JsonObject } from '@giftoin/openapi';
import type { HeaderValues, RecordedBody, RecordedExchange, RecordedResponse } from '../../model/recorded-exchange.ts';
import { MalformedRecordError, maximumBodySize } from './recording-item.ts';

/**
 * Parses a line of a log: `{"request":{"method","url","headers"},"response":{"status","headers","body"}}`. The README
 * describes every property.
 *
 * Throws MalformedRecordError if the line is not an exchange.
 */
export function parseLogLine(line: string): RecordedExchange {
  const { request, response } = parseObject(line);
  if (!isObject(request)) throw new MalformedRecordError('has no "request" with a method and a url');
  const { method = 'GET', url } = request;
  if (typeof method !== 'string') throw new MalformedRecordError('has a "request.method" that is not a text');
  if (typeof url !== 'string' || !isUrl(url)) {
    throw new MalformedRecordError('has no "request.url" that is an absolute URL or a path');
  }
  return {
    method,
    url,
    requestHeaders: parseHeaders(request.headers) ?? {},
    response: parseResponse(response),
  };
}

function parseObject(line: string): JsonObject {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new MalformedRecordError('is not JSON');
  }
  if (!isObject(value)) throw new MalformedRecordError('is not a JSON object');
  return value;
}

function isUrl(url: string): boolean {
  return url.startsWith('/') || (/^https?:/i.test(url) && URL.canParse(url));
}

function parseResponse(response: unknown): RecordedResponse | undefined {
  if (response === undefined || response === null) return undefined;
  if (!isObject(response)) throw new MalformedRecordError('has a "response" that is not an object');
  const { status, statusText = '', headers } = response;
  if (typeof status !== 'number' || !Number.isInteger(status) || status < 100 || status > 999) {
    throw new MalformedRecordError('has no "response.status" that is a status code');
  }
  return { status, reason: String(statusText), headers: parseHeaders(headers), body: parseBody(response) };
}

function parseBody({ body, bodyBase64 }: JsonObject): RecordedBody {
  if (typeof bodyBase64 === 'string') return limitBody(Buffer.from(bodyBase64, 'base64'));
  if (body === undefined) return 'not-recorded';
  // Many loggers parse the body. A text is the body as it was sent.
  return limitBody(Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)));
}

export function limitBody(body: Buffer): RecordedBody {
  return body.length > maximumBodySize ? 'too-large' : body;
}

/** Parses `{"name":"value"}`, where a value can also be an array of texts. */
function parseHeaders(headers: unknown): HeaderValues | undefined {
  if (headers === undefined || headers === null) return undefined;
  if (!isObject(headers)) throw new MalformedRecordError('has "headers" that are not an object');
  const values: Record<string, readonly string[]> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined || value === null) continue;
    values[name.toLowerCase()] = [...(values[name.toLowerCase()] ?? []), ...[value].flat().map(String)];
  }
  return values;
}
