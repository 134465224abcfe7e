import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Cors, noCors } from './cors.ts';
import type { IncomingRequest } from './incoming-request.ts';
import { type ListeningServer, type ListenOptions, listen } from './listen.ts';
import type { OutgoingResponse } from './response.ts';
import { sendResponse } from './send.ts';
import { toIncomingRequest } from './to-incoming-request.ts';

type Headers = Readonly<Record<string, string>>;

export interface ServeOptions<Exchange extends { readonly response: OutgoingResponse }>
  extends Omit<ListenOptions, 'headers'> {
  /** Processes a request. Never rejects: see `createPipeline`. */
  respond(request: IncomingRequest): Promise<Exchange>;
  /** Which pages of other origins can call the server: see `createCors`. Default: none. */
  readonly cors?: Cors;
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
  const { respond, cors = noCors, send, onExchange, ...listenOptions } = options;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const start = performance.now();
    const incoming = toIncomingRequest(request);
    const exchange = await respond(incoming);
    discardBody(request);
    const headers = cors.createHeaders(incoming);
    // If the rest of the request was not valid HTTP, that error is already sent.
    if (response.headersSent) response.end();
    else if (send) await send(exchange, request, response, headers);
    else sendResponse(request, response, exchange.response, headers);
    onExchange?.(exchange, request, performance.now() - start);
  }

  return listen((request, response) => void handle(request, response), {
    ...listenOptions,
    headers: cors.protocolErrorHeaders,
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
