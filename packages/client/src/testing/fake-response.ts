import type { OperationId } from '@giftoin/types';
import { errorExamples, exampleStatuses, responseExamples } from '@giftoin/types/examples';
import { findSimilar } from '../options/find-similar.ts';
import type { ExampleName } from './fixtures.ts';

/** How a fake `fetch` responds to a request. */
export interface FakeResponse {
  /** The example to respond with. Default: the first one of the operation, unless `status` or `body` is set. */
  readonly example?: ExampleName;
  /** The status code, from 200 to 599. Default: the status code of the example, or 200 with a `body`. */
  readonly status?: number;
  /**
   * The response body instead of an example. A string is sent as it is, anything else as JSON.
   * Default: the example, or for an error status the error body of the contract. The status codes 204, 205 and 304 have no body.
   */
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
  /** Undefined for an empty body. */
  readonly body: unknown;
}

/** The properties of a fake response. The compiler requires that none is missing. */
const propertyNames: { readonly [Name in keyof FakeResponse]-?: true } = {
  example: true,
  status: true,
  body: true,
  headers: true,
  delay: true,
  cut: true,
};

/** @throws {RangeError} if a fake response has an unknown property or a status code that a `Response` cannot have */
export function validateFakeResponse(response: FakeResponse): void {
  const names = Object.keys(propertyNames);
  const unknown = Object.keys(response).find((name) => !names.includes(name));
  if (unknown !== undefined) {
    throw new RangeError(
      `fakeFetch: There is no property "${unknown}". Did you mean "${findSimilar(unknown, names)}"?`,
    );
  }
  const { status = 200 } = response;
  if (Number.isInteger(status) && status >= 200 && status <= 599) return;
  throw new RangeError(`fakeFetch: status is ${status}. It must be an integer from 200 to 599.`);
}

/**
 * Creates a response.
 *
 * @param operationId undefined if the URL belongs to no operation
 */
export function createFakeResponse(response: FakeResponse, operationId: OperationId | undefined): Response {
  const { headers, cut } = response;
  const { status, body } = findContent(response, operationId);
  const isEmpty = body === undefined || [204, 205, 304].includes(status);
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const content = cut ? createBrokenStream(text) : text;
  return new Response(isEmpty ? null : content, {
    status,
    headers: {
      'content-type': 'application/json',
      ...(status === 429 && { 'retry-after': '30' }),
      ...headers,
    },
  });
}

function findContent({ example, status, body }: FakeResponse, operationId: OperationId | undefined): Content {
  if (body !== undefined) return { status: status ?? 200, body };
  const ownExample = example ?? findExampleName(status, operationId);
  if (ownExample !== undefined || status === undefined || status === 200) {
    const content = findExample(ownExample, operationId);
    return { ...content, status: status ?? content.status };
  }
  const error = Object.values(errorExamples).find((candidate) => candidate.status === status);
  if (error || status < 400) return error ?? { status, body: undefined };
  const { timestamp } = errorExamples.unexpected.body.status;
  return { status, body: { status: { timestamp, errorCode: status, errorMessage: `The status code is ${status}.` } } };
}

/** Returns the first example of another success than 200, for example 201. */
function findExampleName(status: number | undefined, operationId: OperationId | undefined): ExampleName | undefined {
  const statuses = Object.entries((operationId && exampleStatuses[operationId]) ?? {});
  return statuses.find(([, own]) => own === status)?.[0] as ExampleName | undefined;
}

function findExample(name: ExampleName | undefined, operationId: OperationId | undefined): Content {
  const errors: Readonly<Record<string, Content>> = errorExamples;
  if (operationId === undefined) return errorExamples.notFound;
  const responses: Readonly<Record<string, unknown>> = responseExamples[operationId];
  const wanted = name ?? Object.keys(responses)[0] ?? '';
  if (wanted in responses) return { status: exampleStatuses[operationId]?.[wanted] ?? 200, body: responses[wanted] };
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
