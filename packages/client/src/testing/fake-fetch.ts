import { redactedApiKey, toPathPattern } from '@giftoin/protocol';
import { apiKeyHeaders, endpoints, type OperationId } from '@giftoin/types';
import type { FetchInit } from '../options/giftoin-client-options.ts';
import { createConnectionError, createFakeResponse, type FakeResponse, validateFakeResponse } from './fake-response.ts';
import type { ExampleName } from './fixtures.ts';

/** A request that a fake `fetch` received. */
export interface FakeRequest {
  /** The operation of the request. Undefined if the URL belongs to no operation. */
  readonly operationId: OperationId | undefined;
  readonly method: string;
  readonly url: string;
  /** The headers, with the API key redacted. */
  readonly headers: Readonly<Record<string, string>>;
  /** The request body, parsed if it is JSON. Absent if there is none. */
  readonly body?: unknown;
}

/** A fake `fetch`, for the option of that name: of `createGiftoinClient`, or of `createClient`, which passes a `Request`. */
export interface FakeFetch {
  (url: string, init: FetchInit): Promise<Response>;
  (request: Request): Promise<Response>;
  /** The requests so far, in the order in which they were sent. */
  readonly requests: readonly FakeRequest[];
}

/**
 * Creates a fake `fetch` that responds like the API, without a network.
 *
 * @param responses one for each request; the last one repeats. Default: the first example of the operation.
 * @throws {RangeError} if a response has an unknown property or an invalid status code
 *
 * @example
 * const fetch = fakeFetch('rateLimited', { example: 'claimed', delay: 20 });
 * const giftoin = createGiftoinClient({ apiKey: 'test', fetch });
 */
export function fakeFetch(...responses: readonly (ExampleName | FakeResponse)[]): FakeFetch {
  const list = responses.map((response) => (typeof response === 'string' ? { example: response } : response));
  list.forEach(validateFakeResponse);
  const requests: FakeRequest[] = [];
  const fetch = async (input: string | Request, init?: FetchInit): Promise<Response> => {
    const { url, method, headers, signal, body } = await readRequest(input, init);
    const operationId = findOperation(method, new URL(url).pathname);
    requests.push({
      operationId,
      method,
      url,
      headers: redactHeaders(headers),
      ...(body !== undefined && { body: parseBody(body) }),
    });
    const response = list[Math.min(requests.length, list.length) - 1] ?? {};
    if (response.delay) await wait(response.delay, signal);
    if (response.cut === 'before') throw createConnectionError();
    return createFakeResponse(response, operationId);
  };
  return Object.assign(fetch, { requests });
}

interface ReadRequest extends Pick<Request, 'url' | 'method' | 'signal'> {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

async function readRequest(input: string | Request, init: FetchInit | undefined): Promise<ReadRequest> {
  if (typeof input !== 'string') {
    const { url, method, signal, headers } = input;
    const body = input.body ? await input.text() : undefined;
    return { url, method, signal, headers: Object.fromEntries(headers), body };
  }
  const { method = 'GET', headers = {}, signal = new AbortController().signal, body } = init ?? {};
  return { url: input, method, headers, signal, body };
}

function parseBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function findOperation(method: string, pathname: string): OperationId | undefined {
  const ids = Object.keys(endpoints) as OperationId[];
  return ids.find((id) => {
    const { path, method: own } = endpoints[id];
    // The path of a base URL precedes the path of the operation.
    const end = pathname.split('/').slice(1 - path.split('/').length);
    return own === method.toUpperCase() && toPathPattern(path).test(`/${end.join('/')}`);
  });
}

function redactHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const isApiKey = (name: string) => (apiKeyHeaders as readonly string[]).includes(name);
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, isApiKey(name) ? redactedApiKey : value]),
  );
}

/** @throws the reason of the signal if it aborts */
function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal.addEventListener('abort', stop);
  });
}
