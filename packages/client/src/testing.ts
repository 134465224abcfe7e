/**
 * For the tests of those who use the client: the document's examples as fixtures, and a `fetch` that answers with them.
 *
 * @module
 */
import { apiKeyHeaders, type ErrorBody, endpoints, type OperationId, type OperationResponse } from '@giftoin/types';
import { errorExamples, responseExamples } from '@giftoin/types/examples';
import type { Fetch, FetchInit } from './options.ts';

/** The name of an example of the document: of an answer, such as `claimed`, or of an error, such as `rateLimited`. */
export type ExampleName = ResponseExampleName | ErrorExampleName;

/** The name of an example of an answer. */
export type ResponseExampleName = { [Id in OperationId]: keyof (typeof responseExamples)[Id] }[OperationId];

/** The name of an example of an error. */
export type ErrorExampleName = keyof typeof errorExamples;

/** The document's examples: of answers by operationId and name, and of errors, with their status, by name. */
export type Fixtures = {
  readonly [Id in OperationId]: { readonly [Name in keyof (typeof responseExamples)[Id]]: OperationResponse<Id> };
} & {
  readonly errors: { readonly [Name in ErrorExampleName]: { readonly status: number; readonly body: ErrorBody } };
};

/**
 * The document's examples, typed.
 *
 * @example
 * expect(render(fixtures.getCollectionChallengeProgress.claimed)).toContain('GIFT-7Q4X-2M9K');
 */
export const fixtures: Fixtures = { ...responseExamples, errors: errorExamples };

/** What a fake `fetch` does with a request. */
export interface FakeResponse {
  /** The example to answer with; the first one of the operation where neither this nor `body` is given. */
  readonly example?: ExampleName;
  /** The status; that of the example where not given. */
  readonly status?: number;
  /** The body in the place of an example: a string goes as it is, anything else as JSON. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** How long to wait before the answer, in milliseconds. */
  readonly delay?: number;
  /** Cuts the connection: `before` the answer, or in the middle of its `body`. */
  readonly cut?: 'before' | 'body';
}

/** A request that a fake `fetch` was given. The API key in its headers is hidden. */
export interface FakeRequest {
  readonly operationId: OperationId | undefined;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A `fetch` that is given to a client in a test. */
export interface FakeFetch extends Fetch {
  /** The requests so far, in their order. */
  readonly requests: readonly FakeRequest[];
}

/**
 * A `fetch` that answers as the API would, without a network.
 *
 * @param answers what to answer, request after request; the last one repeats. Without any, the first example.
 *
 * @example
 * const fetch = fakeFetch('rateLimited', { example: 'claimed', delay: 20 });
 * const giftoin = createGiftoinClient({ apiKey: 'test', fetch });
 */
export function fakeFetch(...answers: readonly (ExampleName | FakeResponse)[]): FakeFetch {
  const requests: FakeRequest[] = [];
  const fetch = async (url: string, init: FetchInit): Promise<Response> => {
    const operationId = operationOf(new URL(url).pathname);
    requests.push({ operationId, method: init.method, url, headers: withoutKey(init.headers) });
    const next = answers[Math.min(requests.length, answers.length) - 1] ?? {};
    const answer = typeof next === 'string' ? { example: next } : next;
    if (answer.delay) await delay(answer.delay, init.signal);
    if (answer.cut === 'before') throw connectionCut();
    return responseOf(answer, operationId);
  };
  return Object.assign(fetch, { requests });
}

function responseOf({ example, body, status = 200, headers, cut }: FakeResponse, operationId: OperationId | undefined) {
  const documented = body === undefined ? exampleOf(example, operationId) : { status, body };
  const text = typeof documented.body === 'string' ? documented.body : JSON.stringify(documented.body);
  const sent = {
    'content-type': 'application/json',
    ...(documented.status === 429 && { 'retry-after': '30' }),
    ...headers,
  };
  return new Response(cut ? halfOf(text) : text, {
    status: body === undefined ? documented.status : status,
    headers: sent,
  });
}

function exampleOf(
  name: ExampleName | undefined,
  operationId: OperationId | undefined,
): { status: number; body: unknown } {
  const errors: Readonly<Record<string, { status: number; body: unknown }>> = errorExamples;
  if (operationId === undefined) return errorExamples.notFound;
  const answers: Readonly<Record<string, unknown>> = responseExamples[operationId];
  const wanted = name ?? Object.keys(answers)[0] ?? '';
  if (wanted in answers) return { status: 200, body: answers[wanted] };
  const error = errors[wanted];
  if (error) return error;
  const names = [...Object.keys(answers), ...Object.keys(errors)].join(', ');
  throw new RangeError(`fakeFetch: ${operationId} has no example ${wanted}. It has ${names}.`);
}

function operationOf(pathname: string): OperationId | undefined {
  const ids = Object.keys(endpoints) as OperationId[];
  return ids.find((id) => new RegExp(`${endpoints[id].path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(pathname));
}

function withoutKey(headers: Readonly<Record<string, string>>): Record<string, string> {
  const isKey = (name: string) => (apiKeyHeaders as readonly string[]).includes(name);
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, isKey(name) ? '[API key]' : value]));
}

function halfOf(text: string): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  return new ReadableStream({
    pull(controller) {
      controller.enqueue(bytes.slice(0, bytes.length / 2));
      controller.error(connectionCut());
    },
  });
}

function connectionCut(): TypeError {
  const cause = Object.assign(new Error('The connection was cut.'), { code: 'ECONNRESET' });
  return new TypeError('fetch failed', { cause });
}

function delay(milliseconds: number, signal: AbortSignal): Promise<void> {
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
