import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ListeningServer, type ListenOptions, listen } from './listen.ts';
import type { OutgoingResponse } from './response.ts';
import { sendResponse } from './send.ts';

type Headers = Readonly<Record<string, string>>;

export interface ServeOptions<Exchange extends { readonly response: OutgoingResponse }>
  extends Omit<ListenOptions, 'headers'> {
  /** Processes a request. Never rejects: see `createPipeline`. */
  respond(request: IncomingMessage): Promise<Exchange>;
  /** Headers that let pages of other origins call the server, for requests that name their origin. Default: none. */
  readonly cors?: Headers;
  /** Sends the response with these headers of the server. Default: `sendResponse`. */
  send?(exchange: Exchange, request: IncomingMessage, response: ServerResponse, headers: Headers): void | Promise<void>;
  /** Called after each response, with the time since the request arrived in milliseconds: for a log. */
  onExchange?(exchange: Exchange, request: IncomingMessage, duration: number): void;
}

/**
 * Serves requests until the server is closed.
 *
 * @throws {Error} if the port is in use or not available; the message says what to do
 */
export function serve<Exchange extends { readonly response: OutgoingResponse }>(
  options: ServeOptions<Exchange>,
): Promise<ListeningServer> {
  const { respond, cors = {}, send, onExchange, ...listenOptions } = options;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const start = performance.now();
    const exchange = await respond(request);
    discardBody(request);
    const isFromPage = request.headers.origin !== undefined || request.method === 'OPTIONS';
    const headers = isFromPage ? cors : {};
    if (send) await send(exchange, request, response, headers);
    else sendResponse(request, response, exchange.response, headers);
    onExchange?.(exchange, request, performance.now() - start);
  }

  const isOpen = Object.keys(cors).length > 0;
  return listen((request, response) => void handle(request, response), {
    ...listenOptions,
    // What is refused before it is a request has no origin to look at.
    headers: isOpen ? { 'access-control-allow-origin': '*' } : {},
  });
}

/** How much of a body that no handler reads is received, in bytes. */
const maxDiscarded = 64 * 1024 * 1024;

/** Discards what was not read of a body, so that a client that is still sending it can read the response. */
function discardBody(request: IncomingMessage): void {
  let size = 0;
  if (!request.complete) {
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > maxDiscarded) request.destroy();
    });
  }
  request.resume();
}
