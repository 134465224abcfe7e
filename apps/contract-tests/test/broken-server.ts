import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ask } from '../src/ask.ts';

/** What a server behind a defect sees, and what it answers. */
export interface Exchange {
  path: string;
  headers: Record<string, string>;
  status: number;
  answer: Record<string, string>;
  body: unknown;
}

/** A way to break the contract: changes what comes in, or what goes out. */
export interface Defect {
  readonly name: string;
  readonly incoming?: (request: Pick<Exchange, 'path' | 'headers'>) => void;
  readonly outgoing?: (exchange: Exchange) => void;
  /** The bytes of the body, where JSON does not do. */
  readonly encode?: (body: unknown) => string | Buffer;
}

/** A server in front of another, which keeps the contract but for a defect that can be changed between requests. */
export async function brokenServer(origin: string) {
  let defect: Defect = { name: 'none' };
  const server = createServer(async (request, response) => {
    const incoming = { path: request.url ?? '/', headers: plain(request.headers) };
    defect.incoming?.(incoming);
    const { status, headers, json } = await ask(origin, incoming.path, incoming.headers);
    const { 'content-length': _, 'transfer-encoding': __, connection: ___, ...answer } = plain(headers);
    const exchange: Exchange = { ...incoming, status, answer, body: json };
    defect.outgoing?.(exchange);
    response.writeHead(exchange.status, exchange.answer);
    response.end(defect.encode ? defect.encode(exchange.body) : JSON.stringify(exchange.body));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    break(next: Defect) {
      defect = next;
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function plain(headers: IncomingHttpHeaders | Readonly<Record<string, string | readonly string[] | undefined>>) {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}
