import type { IncomingMessage, ServerResponse } from 'node:http';
import type { OutgoingResponse } from './response.ts';

/** Sends a response: to a HEAD request without its body. */
export function sendResponse(
  request: IncomingMessage,
  response: ServerResponse,
  outgoing: OutgoingResponse,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(outgoing.status, toHeaderList(request, outgoing, headers));
  response.end(request.method === 'HEAD' ? undefined : outgoing.body);
}

/** The headers of a response as a flat list, which Node.js writes without conversion. */
export function toHeaderList(
  request: IncomingMessage,
  { headers, body, status }: OutgoingResponse,
  more: Readonly<Record<string, string>>,
): string[] {
  const list = ['cache-control', 'no-store'];
  if (body) list.push('content-type', 'application/json', 'content-length', String(body.length));
  // A body that was not read whole would be taken for the next request.
  if (status >= 400 && !request.complete) list.push('connection', 'close');
  for (const [name, value] of Object.entries(more)) list.push(name, value);
  if (headers) for (const [name, value] of Object.entries(headers)) list.push(name, value);
  return list;
}
