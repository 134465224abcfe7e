import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { cutAfter, endSocket, type ProtocolError, respondWithError, sendProtocolError } from './protocol-errors.ts';

/** How long a broken connection stays open for the responses before, in milliseconds. */
const brokenTime = 30_000;

/** What happens on one connection. */
interface Connection {
  /** The responses that are not sent completely, in their order. */
  readonly pending: ServerResponse[];
  /** The last request. Its body can still be arriving. */
  last: IncomingMessage | undefined;
  /** Called when no response is pending. */
  onIdle: (() => void) | undefined;
  /** Whether bytes arrived that are not a request. What follows them is ignored. */
  isBroken: boolean;
}

/** The open connections of a server, with the responses that they wait for. */
export interface Connections {
  /** Adds a request. Returns whether it is within the limit of requests that wait on its connection. */
  add(request: IncomingMessage, response: ServerResponse): boolean;
  /** Ends a connection whose bytes are not a request, after the responses to the requests before them. */
  refuse(socket: Duplex, error: ProtocolError): void;
  /** From now on, every response closes its connection, and says so. */
  drain(): void;
  /** Ends the connections that wait for no response. */
  endIdle(): void;
}

/** @param maxPipelined how many requests can wait on one connection for the response to the request before */
export function createConnections(
  server: Server,
  maxPipelined: number,
  headers: Readonly<Record<string, string>> = {},
): Connections {
  const open = new Map<Duplex, Connection>();
  let isDraining = false;
  server.on('connection', (socket: Socket) => {
    open.set(socket, { pending: [], last: undefined, onIdle: undefined, isBroken: false });
    socket.once('close', () => open.delete(socket));
  });

  function complete(connection: Connection, socket: Socket, response: ServerResponse): void {
    const { pending } = connection;
    pending.splice(pending.indexOf(response), 1);
    if (pending.length > 0) return;
    connection.onIdle?.();
    // Node.js closes the connection itself if the response says so.
    if (isDraining && response.shouldKeepAlive) endSocket(socket);
  }

  return {
    add(request, response) {
      const { socket } = request;
      const connection = open.get(socket);
      // The connection can be closed between the arrival of its bytes and their event.
      if (!connection || connection.pending.length > maxPipelined) return false;
      connection.pending.push(response);
      connection.last = request;
      response.once('close', () => complete(connection, socket, response));
      if (isDraining) response.shouldKeepAlive = false;
      return true;
    },
    refuse(socket, error) {
      const connection = open.get(socket);
      if (!connection) return sendProtocolError(socket, error, headers);
      if (connection.isBroken) return;
      connection.isBroken = true;
      // Whatever the client still sends, and whether or not it reads.
      cutAfter(socket, brokenTime);
      const { pending, last } = connection;
      const response = pending.at(-1);
      // The body of the last request is broken: the error is its response.
      if (response && last && !last.complete && response.req === last) {
        // A handler that reads the body would wait forever: Node.js drops the request when the error is sent.
        socket.once('close', () => last.destroy());
        if (response.headersSent) response.once('close', () => endSocket(socket));
        else respondWithError(response, error, headers);
        return;
      }
      // The last request has its response already. Another one would be taken for the response to the next request.
      const end = () => (last && !last.complete ? endSocket(socket) : sendProtocolError(socket, error, headers));
      if (pending.length === 0) end();
      else connection.onIdle = end;
    },
    drain() {
      isDraining = true;
      for (const { pending } of open.values()) {
        for (const response of pending) if (!response.headersSent) response.shouldKeepAlive = false;
      }
    },
    endIdle() {
      for (const [socket, { pending }] of open) if (pending.length === 0) endSocket(socket);
    },
  };
}
