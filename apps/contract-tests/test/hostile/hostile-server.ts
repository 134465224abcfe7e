import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer as createTcpServer, type Socket } from 'node:net';

/** Sends the response of a hostile server. */
export type HttpHandler = (response: ServerResponse, request: IncomingMessage) => void;
/** Sends the bytes of a hostile server that are not a correct response. */
export type SocketHandler = (socket: Socket) => void;

/** A server of the catalogue. The suite must end with a verdict, whatever it sends. */
export type HostileServer = { readonly http: HttpHandler } | { readonly socket: SocketHandler };

/** Starts a hostile server on a free port. */
export async function startHostileServer(hostile: HostileServer) {
  const sockets = new Set<Socket>();
  const server =
    'http' in hostile
      ? createServer((request, response) => hostile.http(response, request))
      : createTcpServer((socket) => socket.once('data', () => hostile.socket(socket)));
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => {}).on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
