import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';

/** The default directory of the built site. */
export const siteDirectory: string = fileURLToPath(new URL('../dist', import.meta.url));

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
  /** Closes the server and all its connections. */
  close(): Promise<void>;
}

/**
 * Serves the built site.
 *
 * @throws {Error} if the site is not built or the port cannot be used
 */
export async function startDocs({ port, host = '127.0.0.1', directory = siteDirectory }: DocsOptions): Promise<Docs> {
  if (!existsSync(directory)) throw new Error(`The docs are not built: ${directory} does not exist. Run: pnpm build`);
  const server = createServer(createRequestListener(directory));
  await listen(server, port, host);
  const address = server.address() as AddressInfo;
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return {
    url: `http://${name}:${address.port}`,
    port: address.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function createRequestListener(directory: string): RequestListener {
  // In `dev` mode, sirv looks up each file at request time, so that a new build is served without a restart.
  const serve = sirv(directory, { dev: true, etag: true });
  return (request, response) => {
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Referrer-Policy', 'no-referrer');
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      sendText(response, 405, 'The server supports only GET and HEAD.');
      return;
    }
    // sirv throws if a range ends before it starts. A complete response is valid for every range.
    delete request.headers.range;
    serve(request, response, () => sendText(response, 404, 'Page not found.'));
  };
}

function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain;charset=utf-8' }).end(`${text}\n`);
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
