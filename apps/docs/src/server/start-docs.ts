import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, Server as NetServer, type Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createSiteListener } from './serve-site.ts';

/** The default directory of the built site. */
export const siteDirectory: string = fileURLToPath(new URL('../../dist', import.meta.url));

/** A connection without traffic for this time is closed. */
const idleTimeout = 60_000;
/** The time that `close()` gives to responses that are being sent. */
const drainTimeout = 5_000;

export interface DocsOptions {
  /** The port to listen on. 0 selects any free port. */
  port: number;
  /** The address to listen on. Default: `127.0.0.1`, which only this machine can reach. */
  host?: string | undefined;
  /** The directory of the built site. Default: `siteDirectory`. */
  directory?: string | undefined;
}

/** A running server. */
export interface Docs {
  /** The origin, without a trailing slash. */
  url: string;
  port: number;
  /** Accepts no more connections, completes the responses that are being sent, for 5 seconds at most, and closes. */
  close(): Promise<void>;
}

/**
 * Serves the built site.
 *
 * @throws {Error} if the site is not built or the port cannot be used
 */
export async function startDocs({ port, host = '127.0.0.1', directory = siteDirectory }: DocsOptions): Promise<Docs> {
  if (!existsSync(directory)) throw new Error(`The docs are not built: ${directory} does not exist. Run: pnpm build`);
  const server = createServer(createSiteListener(directory));
  server.setTimeout(idleTimeout);
  const close = createClose(server);
  await listen(server, port, host);
  const address = server.address() as AddressInfo;
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return { url: `http://${name}:${address.port}`, port: address.port, close };
}

/** Creates the function that closes a server. It must be called before the first connection. */
function createClose(server: Server): () => Promise<void> {
  const open = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
  });
  const busy = new Set<Socket>();
  server.on('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    busy.add(socket);
    response.on('close', () => {
      busy.delete(socket);
      if (!server.listening) socket.destroySoon();
    });
  });
  return async () => {
    // The method of the HTTP server breaks off responses that wait for a slow client.
    const closed = new Promise((resolve) => NetServer.prototype.close.call(server, resolve));
    const timer = setTimeout(() => server.closeAllConnections(), drainTimeout);
    // Also those that have not sent a request yet, for which Node.js waits.
    for (const socket of open) if (!busy.has(socket)) socket.destroy();
    await closed;
    clearTimeout(timer);
  };
}

async function listen(server: Server, port: number, host: string): Promise<void> {
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') {
      throw new Error(`Port ${port} on ${host} is already in use. Stop the other process or choose another port.`);
    }
    throw new Error(`Port ${port} on ${host} cannot be used (${code ?? message}). Choose another port or host.`);
  }
}
