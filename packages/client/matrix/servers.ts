import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startMock } from '@giftoin/mock';

/** The servers that a consumer's program calls. */
export interface Servers {
  readonly mock: string;
  readonly trouble: string;
  /** How many requests came to where no request may go. */
  strayed(): number;
  close(): Promise<void>;
}

export const apiKey = 'key-of-the-matrix';

/** Starts a mock of the API, a server that makes trouble, and one that it redirects to. */
export async function startServers(): Promise<Servers> {
  let strayed = 0;
  let busy = false;
  const foreign = await listening((_, response) => {
    strayed += 1;
    response.end('[]');
  });

  // Each kind of trouble by the name of the user who is asked for.
  const troubles: Record<string, (response: ServerResponse) => void> = {
    redirect: (response) => response.writeHead(307, { location: `${foreign.url}/elsewhere` }).end(),
    html: (response) => response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>'),
    empty: (response) => response.writeHead(502).end(),
    endless: (response) => pour(response.writeHead(200, json)),
    silent: () => undefined,
    shape: (response) => response.writeHead(200, json).end('[{"id":5}]'),
    echo: (response) => response.writeHead(404, json).end(JSON.stringify(errorWith(`No program for ${apiKey}.`))),
    busy: (response) => {
      busy = !busy;
      response.writeHead(busy ? 503 : 200, { ...json, 'retry-after': '0' }).end('[]');
    },
  };
  const trouble = await listening((request, response) => {
    const name = request.url?.split('/')[5] ?? '';
    if (request.method === 'OPTIONS') response.writeHead(204).end();
    else (troubles[name] ?? ((answer) => answer.writeHead(404, json).end('{}')))(response);
  });
  const mock = await startMock({ port: 0, keys: [apiKey] });
  const close = () => Promise.all([mock.close(), trouble.close(), foreign.close()]).then(() => undefined);
  return { mock: mock.url, trouble: trouble.url, strayed: () => strayed, close };
}

const json = { 'content-type': 'application/json' };
const errorWith = (errorMessage: string) => ({ status: { timestamp: 1, errorCode: 404, errorMessage } });

/** Sends without end what is no more than a list that goes on. */
function pour(response: ServerResponse): void {
  const more = () => {
    while (!response.destroyed && response.write('[],'.repeat(10_000)));
  };
  response.on('drain', more);
  more();
}

/** On any free port, and for pages of any origin. */
export async function listening(handle: (request: IncomingMessage, response: ServerResponse) => void) {
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
