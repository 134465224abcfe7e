import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startMock } from '@giftoin/mock';
import { createErrorBody } from '@giftoin/protocol';

/** The servers that the program of the consumer calls. */
export interface Servers {
  /** The origin of the mock server. */
  readonly mock: string;
  /** The origin of the broken server. */
  readonly broken: string;
  /** How many requests the target of the redirect has received. */
  countRedirected(): number;
  /** How many requests the broken server has received for a user ID. */
  countBroken(platformUserId: string): number;
  close(): Promise<void>;
}

export const apiKey = 'matrix-api-key';

/** Starts a mock server, a broken server, and the server that it redirects to. */
export async function startServers(): Promise<Servers> {
  let redirected = 0;
  let busy = false;
  let count = 0;
  const target = await listen((_, response) => {
    redirected += 1;
    response.end('[]');
  });

  // By the user ID of the request.
  const responses: Record<string, (response: ServerResponse) => void> = {
    redirect: (response) => response.writeHead(307, { location: `${target.url}/elsewhere` }).end(),
    html: (response) => response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>'),
    empty: (response) => response.writeHead(502).end(),
    endless: (response) => sendEndlessly(response.writeHead(200, json)),
    large: (response) => response.writeHead(200, json).end(JSON.stringify('x'.repeat(100_000))),
    silent: () => undefined,
    schema: (response) => response.writeHead(200, json).end('[{"id":5}]'),
    echo: (response) =>
      response.writeHead(404, json).end(JSON.stringify(createErrorBody(404, `No program for ${apiKey}.`))),
    // A cache could store this response, and would then return the same count again.
    cacheable: (response) => {
      count += 1;
      const headers = { 'cache-control': 'max-age=600', 'access-control-expose-headers': 'x-count', 'x-count': count };
      response.writeHead(200, { ...json, ...headers }).end('[]');
    },
    busy: (response) => {
      busy = !busy;
      response.writeHead(busy ? 503 : 200, { ...json, 'retry-after': '0' }).end('[]');
    },
  };
  const counts = new Map<string, number>();
  const broken = await listen((request, response) => {
    const name = request.url?.split('/')[5] ?? '';
    if (request.method === 'OPTIONS') return response.writeHead(204).end();
    counts.set(name, (counts.get(name) ?? 0) + 1);
    (responses[name] ?? ((other) => other.writeHead(404, json).end('{}')))(response);
  });
  const mock = await startMock({ port: 0, keys: [apiKey] });
  const close = () => Promise.all([mock.close(), broken.close(), target.close()]).then(() => undefined);
  const countBroken = (platformUserId: string) => counts.get(platformUserId) ?? 0;
  return { mock: mock.url, broken: broken.url, countRedirected: () => redirected, countBroken, close };
}

const json = { 'content-type': 'application/json' };

/** Sends a JSON array that never ends. */
function sendEndlessly(response: ServerResponse): void {
  const more = () => {
    while (!response.destroyed && response.write('[],'.repeat(10_000)));
  };
  response.on('drain', more);
  more();
}

/** Starts a server on a free port, which pages of any origin can call. */
export async function listen(handle: (request: IncomingMessage, response: ServerResponse) => unknown) {
  const server = createServer((request, response) => {
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-headers', '*');
    handle(request, response);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const close = () =>
    new Promise<void>((closed) => {
      server.close(() => closed());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}
