import type { OperationId } from '@giftoin/types';
import { errorExamples, responseExamples } from '@giftoin/types/examples';
import type { ExampleName } from './fixtures.ts';

/** How a fake `fetch` responds to a request. */
export interface FakeResponse {
  /** The example to respond with. Default: the first one of the operation, unless `body` is set. */
  readonly example?: ExampleName;
  /** The status code. Default: the status code of the example, or 200 with a `body`. */
  readonly status?: number;
  /** The response body instead of an example. A string is sent as it is, anything else as JSON. Default: the example. */
  readonly body?: unknown;
  /** Additional response headers. Default: none. */
  readonly headers?: Readonly<Record<string, string>>;
  /** How long to wait before the response, in milliseconds. Default: 0. */
  readonly delay?: number;
  /** Closes the connection `before` the response or in the middle of its `body`. Default: the connection stays open. */
  readonly cut?: 'before' | 'body';
}

interface Content {
  readonly status: number;
  readonly body: unknown;
}

/**
 * Creates a response.
 *
 * @param operationId undefined if the URL belongs to no operation
 */
export function createFakeResponse(
  { example, body, status = 200, headers, cut }: FakeResponse,
  operationId: OperationId | undefined,
): Response {
  const content = body === undefined ? findExample(example, operationId) : { status, body };
  const text = typeof content.body === 'string' ? content.body : JSON.stringify(content.body);
  return new Response(cut ? createBrokenStream(text) : text, {
    status: content.status,
    headers: {
      'content-type': 'application/json',
      ...(content.status === 429 && { 'retry-after': '30' }),
      ...headers,
    },
  });
}

function findExample(name: ExampleName | undefined, operationId: OperationId | undefined): Content {
  const errors: Readonly<Record<string, Content>> = errorExamples;
  if (operationId === undefined) return errorExamples.notFound;
  const responses: Readonly<Record<string, unknown>> = responseExamples[operationId];
  const wanted = name ?? Object.keys(responses)[0] ?? '';
  if (wanted in responses) return { status: 200, body: responses[wanted] };
  const error = errors[wanted];
  if (error) return error;
  const names = [...Object.keys(responses), ...Object.keys(errors)].join(', ');
  throw new RangeError(`fakeFetch: ${operationId} has no example ${wanted}. It has ${names}.`);
}

/** A stream that ends with a network error after half of the text. */
function createBrokenStream(text: string): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  return new ReadableStream({
    pull(controller) {
      controller.enqueue(bytes.slice(0, bytes.length / 2));
      controller.error(createConnectionError());
    },
  });
}

/** Creates the error that `fetch` throws when the connection is closed. */
export function createConnectionError(): TypeError {
  const cause = Object.assign(new Error('The connection was closed.'), { code: 'ECONNRESET' });
  return new TypeError('fetch failed', { cause });
}
