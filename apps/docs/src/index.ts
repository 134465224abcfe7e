/**
 * Serving the reference of the API.
 *
 * @module
 */
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';

/** Where the build puts the site. */
export const siteDirectory: string = fileURLToPath(new URL('../dist', import.meta.url));

/** What to serve, and where. */
export interface DocsOptions {
  /** 0 gives any free port. */
  port: number;
  /** The address to listen on, `127.0.0.1` where none is given: this machine alone. */
  host?: string | undefined;
  /** The built site, where it is not in its usual place. */
  directory?: string | undefined;
}

/** A running server. */
export interface Docs {
  /** Its origin, without a slash at the end. */
  url: string;
  port: number;
  /** Ends the server and every connection to it. */
  close(): Promise<void>;
}

/**
 * Serves the built site.
 *
 * @throws {Error} in one sentence, where the site is not built or the port cannot be had
 */
export async function startDocs({ port, host = '127.0.0.1', directory = siteDirectory }: DocsOptions): Promise<Docs> {
  if (!existsSync(directory)) throw new Error(`The docs are not built: ${directory} is missing; run: pnpm build`);
  const server = createServer(handlerOf(directory));
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

function handlerOf(directory: string): RequestListener {
  // Files are looked up at every request and revalidated by the browser, so that a new build shows at once.
  const serve = sirv(directory, { dev: true, etag: true });
  return (request, response) => {
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Referrer-Policy', 'no-referrer');
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      end(response, 405, 'Only GET and HEAD are answered here.');
      return;
    }
    // sirv throws on a range that ends before it starts; a whole answer is right for every range.
    delete request.headers.range;
    serve(request, response, () => end(response, 404, 'There is no such page.'));
  };
}

function end(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain;charset=utf-8' }).end(`${text}\n`);
}

async function listen(server: Server, port: number, host: string): Promise<void> {
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') {
      throw new Error(`Port ${port} on ${host} is already in use. Stop what uses it or choose another port.`);
    }
    throw new Error(`Port ${port} on ${host} cannot be used (${code ?? message}). Choose another port or host.`);
  }
}
