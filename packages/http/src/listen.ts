import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, Server as NetServer } from 'node:net';
import type { Duplex } from 'node:stream';
import { createConnections } from './connections.ts';
import { createHostCheck } from './host-check.ts';
import { respondWithError, toProtocolError } from './protocol-errors.ts';
import { checkHead } from './request-check.ts';

/** Responds to a request. Never throws. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export interface ListenOptions {
  /** The port to listen on. 0 uses any free port. */
  readonly port: number;
  /** The address to listen on. */
  readonly host: string;
  /**
   * Names and addresses that requests can have in `Host` beside those of this machine. Default: none if only this machine
   * can reach the server, else all.
   */
  readonly allowedHosts?: readonly string[] | undefined;
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
  /** Stops listening, completes the responses that are being sent, and closes all connections. */
  close(options?: CloseOptions): Promise<void>;
}

export interface CloseOptions {
  /** How long to wait for responses that are being sent, in milliseconds. Default: 0. */
  readonly drain?: number;
  /**
   * How long clients that keep a connection can send one more request on it, in milliseconds. Its response closes the
   * connection. Default: 0.
   */
  readonly grace?: number;
}

/** How the command-line programs close their servers after a signal. */
export const gracefulClose: CloseOptions = { drain: 10_000, grace: 2_000 };

/** How many requests may wait on one connection for the response to the request before. Few clients send a second at all. */
const maxPipelined = 100;

/**
 * Listens for requests, as RFC 9112 requires it. Errors have the format of the contract: bytes that are not HTTP, a wrong
 * `Host`, headers that are too large, a request that takes too long, an unknown `Expect`, and CONNECT. The responses to the
 * requests before them are sent first. A connection is closed if more than 100 requests wait on it.
 *
 * @throws {Error} if the port is in use or not available; the message says what to do
 */
export async function listen(handle: Handler, options: ListenOptions): Promise<ListeningServer> {
  const { port, host, allowedHosts, headers, maxHeaderSize = 16_384 } = options;
  const { requestTimeout = 30_000, headersTimeout = 10_000, idleTimeout = 60_000 } = options;
  const timeouts = { requestTimeout, headersTimeout, connectionsCheckingInterval: Math.min(headersTimeout, 5_000) };
  // The host is checked below, so that its error has the format of the contract.
  const server = createServer({ ...timeouts, maxHeaderSize, requireHostHeader: false });
  server.timeout = idleTimeout;
  const connections = createConnections(server, maxPipelined, headers);
  const checkHost = createHostCheck(host, allowedHosts);
  server.on('request', (request, response) => {
    if (!connections.add(request, response)) return void request.socket.destroy();
    // The parser ignores what follows a request for another protocol, which the server does not switch to.
    if (request.headers.upgrade !== undefined) response.shouldKeepAlive = false;
    const error = checkHost(request) ?? checkHead(request);
    if (error) respondWithError(response, error, headers);
    else handle(request, response);
  });
  server.on('checkExpectation', (request, response) => {
    const error = { status: 417, message: 'The server supports only "Expect: 100-continue".' };
    if (connections.add(request, response)) respondWithError(response, error, headers);
    else request.socket.destroy();
  });
  server.on('connect', (_, socket: Duplex) => {
    connections.refuse(socket, { status: 405, message: 'This server is not a proxy.' });
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (error.code === 'ECONNRESET') socket.destroy();
    else connections.refuse(socket, toProtocolError(error, maxHeaderSize));
  });

  // An IPv6 address as URLs have it.
  const address = host.replace(/^\[(.*)\]$/, '$1');
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(toListenError(error, host, port)));
    server.listen(port, address, resolve);
  });
  const { port: actualPort } = server.address() as AddressInfo;
  const close = ({ drain = 0, grace = 0 }: CloseOptions = {}) =>
    new Promise<void>((resolve) => {
      connections.drain();
      const endIdle = setTimeout(connections.endIdle, grace);
      const cut = setTimeout(() => server.closeAllConnections(), Math.max(drain, grace));
      // Not `server.close`, which destroys idle connections: the next request of their clients would meet a reset.
      NetServer.prototype.close.call(server, () => {
        clearTimeout(endIdle);
        clearTimeout(cut);
        // Ends what the HTTP server does beside.
        server.close(() => {});
        resolve();
      });
    });
  return { url: `http://${address.includes(':') ? `[${address}]` : address}:${actualPort}`, port: actualPort, close };
}

function toListenError(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new Error(`Port ${port} on ${host} is already in use. Stop the other process, or choose another port.`);
  }
  return new Error(`Cannot listen on port ${port} of ${host} (${error.code}).`);
}
