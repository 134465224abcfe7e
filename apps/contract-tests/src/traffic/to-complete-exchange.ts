import type { Operation } from '@giftoin/openapi';
import { readSegments } from '../model/created-resource.ts';
import type { CompleteExchange, ReceivedResponse } from '../model/exchange.ts';
import type { HeaderValues, RecordedResponse } from '../model/recorded-exchange.ts';
import type { TestRequest } from '../model/test-request.ts';
import type { MatchedOrigin } from './match-origin.ts';
import { listRecordedKeys } from './recorded-keys.ts';

/** Converts what was recorded of an operation to what the checks of a response read. */
export function toCompleteExchange(
  operation: Operation,
  { origin, target }: MatchedOrigin,
  requestHeaders: HeaderValues,
  response: RecordedResponse,
): CompleteExchange {
  const [path = '', query = ''] = splitTarget(target);
  const request: TestRequest = {
    keys: listRecordedKeys(requestHeaders, operation.apiKeyHeaders),
    parameters: readParameters(operation, query, requestHeaders),
    // Request bodies are not kept: no check of a response needs them.
    body: 'none',
    ...(isUnusualPath(path) && { mayBeRejected: true, mayBeNormalized: true }),
  };
  const exchange = { operation, request, target, origin, response: toReceivedResponse(response) };
  return { ...exchange, request: { ...request, segments: readSegments(exchange) } };
}

function toReceivedResponse({ status, reason, headers, body }: RecordedResponse): ReceivedResponse {
  const bytes = typeof body === 'string' ? Buffer.alloc(0) : body;
  return { status, reason, headers: headers ?? {}, body: bytes, json: parseJson(bytes) };
}

/** The query and header parameters of the document that a request has. */
function readParameters(operation: Operation, query: string, headers: HeaderValues): Record<string, readonly string[]> {
  const sent = new URLSearchParams(query);
  const parameters: Record<string, readonly string[]> = {};
  for (const { name, in: place } of operation.parameters) {
    const texts = place === 'query' ? sent.getAll(name) : place === 'header' ? headers[name.toLowerCase()] : [];
    if (texts && texts.length > 0) parameters[name] = texts;
  }
  return parameters;
}

/** Whether a proxy can reject the path or change it: it has dot segments, empty segments, or characters that it decodes. */
function isUnusualPath(path: string): boolean {
  return /\/\/|\/\.{1,2}(\/|$)|%(2f|5c|00|2e|25)|%(?![\da-f]{2})/i.test(path) || path.length > 2_000;
}

function splitTarget(target: string): [path: string, query: string] {
  const mark = target.indexOf('?');
  return mark < 0 ? [target, ''] : [target.slice(0, mark), target.slice(mark + 1)];
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}
