import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { refusalOf, refuse } from './refusal.ts';
import { waitingRoom } from './waiting.ts';

/** Answers a request; it throws nothing. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export interface ListenOptions {
  /** The port to listen on; 0 takes any free one. */
  readonly port: number;
  /** The address to listen on. */
  readonly host: string;
  /** How long a request may take to arrive whole, in milliseconds; 30 s where not given. */
  readonly requestTimeout?: number;
  /** How long its headers may take, in milliseconds; 10 s where not given. */
  readonly headersTimeout?: number;
  /** How long a connection may stay without a byte in or out while an answer is under way, in milliseconds; 60 s where not given. */
  readonly idleTimeout?: number;
  /** How long the URL and headers of a request may be, in bytes; 16 KiB where not given. */
  readonly maxHeaderSize?: number;
  /** Headers of what is refused before it is a request, such as those of CORS. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A server that listens. */
export interface ListeningServer {
  /** The origin, such as `http://127.0.0.1:4010`. */
  readonly url: string;
  readonly port: number;
  /** Stops listening and ends every connection, after the answers under way where `drain` milliseconds suffice. */
  close(drain?: number): Promise<void>;
}

/** How many requests may wait on a connection for the answer to the one before: few clients send a second at all. */
const mostWaiting = 100;

/**
 * Listens for requests. What Node would answer by itself, in a shape of its own, is answered in the contract's: bytes that
 * are no request, one without `Host` or with an unknown `Expect`, and CONNECT. A connection is cut where more than 100 requests
 * wait on it for the answer to the one before.
 *
 * @throws {Error} where the port is taken or cannot be had; the message says what to do
 */
export async function listen(handle: Handler, options: ListenOptions): Promise<ListeningServer> {
  const { port, host, headers, maxHeaderSize = 16_384 } = options;
  const { requestTimeout = 30_000, headersTimeout = 10_000, idleTimeout = 60_000 } = options;
  const timeouts = { requestTimeout, headersTimeout, connectionsCheckingInterval: Math.min(headersTimeout, 5_000) };
  const server = createServer({ ...timeouts, maxHeaderSize, requireHostHeader: false });
  server.timeout = idleTimeout;
  const mayWait = waitingRoom(mostWaiting);
  const answer: Handler = (request, response) => {
    if (mayWait(request, response)) handle(request, response);
    else request.socket.destroy();
  };
  server.on('request', answer);
  server.on('checkExpectation', answer);
  server.on('connect', (_, socket: Duplex) => refuse(socket, 405, 'This is no proxy.', headers));
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (error.code === 'ECONNRESET') socket.destroy();
    else refuse(socket, ...refusalOf(error, maxHeaderSize), headers);
  });

  await new Promise<void>((listening, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) => failed(explained(error, host, port)));
    server.listen(port, host, listening);
  });
  const { port: taken } = server.address() as AddressInfo;
  const close = (drain = 0) =>
    new Promise<void>((closed) => {
      const hurry = setTimeout(() => server.closeAllConnections(), drain);
      // A connection that is kept alive after its last answer would hold up the close.
      const sweep = setInterval(() => server.closeIdleConnections(), 20);
      server.close(() => {
        clearTimeout(hurry);
        clearInterval(sweep);
        closed();
      });
    });
  return { url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`, port: taken, close };
}

function explained(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new Error(`Port ${port} on ${host} is already in use. Stop what uses it, or choose another port.`);
  }
  return new Error(`Cannot listen on port ${port} of ${host} (${error.code}).`);
}
