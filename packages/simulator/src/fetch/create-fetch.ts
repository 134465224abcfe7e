import type { Cors, Exchange, IncomingRequest, Operation } from '@giftoin/http/portable';
import type { InjectedFault } from '@giftoin/types/sandbox-control';
import { toIncomingRequest } from './to-incoming-request.ts';
import { toResponse } from './to-response.ts';
import { wait } from './wait.ts';

/** A function that is called like `fetch`. */
export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

export interface FetchOptions<Identity> {
  /** Processes a request. Never rejects. */
  respond(request: IncomingRequest): Promise<Exchange<Operation, Identity>>;
  readonly cors: Cors;
  /** The injected fault to apply to the response. Default: none. */
  findFault?(exchange: Exchange<Operation, Identity>): InjectedFault | undefined;
  /** Called after each response, with the time since the request in milliseconds. Default: nothing. */
  onExchange?(exchange: Exchange<Operation, Identity>, method: string, duration: number): void;
}

/**
 * Creates a function that stands in the place of `fetch`: it rejects what `fetch` rejects, and fulfils with the response
 * that the server would send. Every origin leads to the same server.
 */
export function createFetch<Identity>(options: FetchOptions<Identity>): Fetch {
  const { respond, cors, findFault, onExchange } = options;
  return async (input, init) => {
    const request = new Request(input, init);
    const { signal, method } = request;
    signal.throwIfAborted();
    const start = performance.now();
    const incoming = await toIncomingRequest(request);
    const exchange = await respond(incoming);
    const { delay = 0, cut = false } = findFault?.(exchange) ?? {};
    try {
      // The signal may have been aborted while the request was processed.
      signal.throwIfAborted();
      if (delay > 0) await wait(delay, signal);
      return toResponse(exchange.response, request, cors.createHeaders(incoming), cut);
    } finally {
      onExchange?.(exchange, method, performance.now() - start);
    }
  };
}
