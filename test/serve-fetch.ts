import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ListeningServer, listen } from '@giftoin/http';
import type { Fetch } from '@giftoin/simulator';

/** Serves a function like `fetch` over HTTP, so that programs that send bytes can reach it. */
export function serveFetch(fetch: Fetch): Promise<ListeningServer> {
  return listen((request, response) => void respond(fetch, request, response), { port: 0, host: '127.0.0.1' });
}

async function respond(fetch: Fetch, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = 'GET', url = '/', rawHeaders } = request;
  const headers = new Headers();
  for (let index = 0; index < rawHeaders.length; index += 2) {
    headers.append(rawHeaders[index] ?? '', rawHeaders[index + 1] ?? '');
  }
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const body = hasBody ? await readBody(request) : null;
  const received = await fetch(new URL(url, 'http://simulator'), { method, headers, body });
  response.writeHead(received.status, [...received.headers].flat());
  response.end(method === 'HEAD' ? undefined : Buffer.from(await received.arrayBuffer()));
}

async function readBody(request: IncomingMessage): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return chunks.length > 0 ? Uint8Array.from(Buffer.concat(chunks)) : null;
}
