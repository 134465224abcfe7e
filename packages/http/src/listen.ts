import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { createPipelineLimit } from './pipeline-limit.ts';
import { sendProtocolError, toProtocolError } from './protocol-errors.ts';

/** Responds to a request. Never throws. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export interface ListenOptions {
  /** The port to listen on. 0 uses any free port. */
  readonly port: number;
  /** The address to listen on. */
  readonly host: string;
  /** How long a request may take to arrive, in milliseconds. Default: 30 000. */
  readonly requestTimeout?: number;
  /** How long the headers of a request may take to arrive, in milliseconds. Default: 10 000. */
  readonly headersTimeout?: number;
  /** How long a connection may be idle while a response is being sent, in milliseconds. Default: 60 000. */
  readonly idleTimeout?: number;
  /** The largest size of the URL and headers of a request, in bytes. Default: 16 384. */
  readonly maxHeaderSize?: number;
  /** Headers of the responses to what is not a valid request, for example those of CORS. Default: none. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A server that is listening. */
export interface ListeningServer {
  /** The origin, for example `http://127.0.0.1:4010`. */
  readonly url: string;
  readonly port: number;
  /**
   * Stops listening and closes all connections.
   *
   * @param drain how long to wait for responses that are being sent, in milliseconds. Default: 0.
   */
  close(drain?: number): Promise<void>;
}

/** How many requests may wait on one connection for the response to the request before. Few clients send a second at all. */
const maxPipelined = 100;

/**
 * Listens for requests. Errors that Node.js would send in a format of its own have the format of the contract: bytes that
 * are not HTTP, headers that are too large, a request that takes too long, and CONNECT. A request without `Host` or with
 * an unknown `Expect` is a request like any other. A connection is closed if more than 100 requests wait on it.
 *
 * @throws {Error} if the port is in use or not available; the message says what to do
 */
export async function listen(handle: Handler, options: ListenOptions): Promise<ListeningServer> {
  const { port, host, headers, maxHeaderSize = 16_384 } = options;
  const { requestTimeout = 30_000, headersTimeout = 10_000, idleTimeout = 60_000 } = options;
  const timeouts = { requestTimeout, headersTimeout, connectionsCheckingInterval: Math.min(headersTimeout, 5_000) };
  const server = createServer({ ...timeouts, maxHeaderSize, requireHostHeader: false });
  server.timeout = idleTimeout;
  const isWithinLimit = createPipelineLimit(maxPipelined);
  const handleRequest: Handler = (request, response) => {
    if (isWithinLimit(request, response)) handle(request, response);
    else request.socket.destroy();
  };
  server.on('request', handleRequest);
  server.on('checkExpectation', handleRequest);
  server.on('connect', (_, socket: Duplex) => {
    sendProtocolError(socket, { status: 405, message: 'This server is not a proxy.' }, headers);
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (error.code === 'ECONNRESET') socket.destroy();
    else sendProtocolError(socket, toProtocolError(error, maxHeaderSize), headers);
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(toListenError(error, host, port)));
    server.listen(port, host, resolve);
  });
  const { port: actualPort } = server.address() as AddressInfo;
  const close = (drain = 0) =>
    new Promise<void>((resolve) => {
      const closeAll = setTimeout(() => server.closeAllConnections(), drain);
      // A connection that is kept alive after its last response would delay the close.
      const closeIdle = setInterval(() => server.closeIdleConnections(), 20);
      server.close(() => {
        clearTimeout(closeAll);
        clearInterval(closeIdle);
        resolve();
      });
    });
  return { url: `http://${host.includes(':') ? `[${host}]` : host}:${actualPort}`, port: actualPort, close };
}

function toListenError(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new Error(`Port ${port} on ${host} is already in use. Stop the other process, or choose another port.`);
  }
  return new Error(`Cannot listen on port ${port} of ${host} (${error.code}).`);
}
