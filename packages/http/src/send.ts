import type { IncomingMessage, ServerResponse } from 'node:http';
import type { OutgoingResponse } from './response.ts';

/** Sends a response: to a HEAD request without its body. */
export function sendResponse(
  request: IncomingMessage,
  response: ServerResponse,
  outgoing: OutgoingResponse,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(outgoing.status, toHeaderList(outgoing, headers));
  response.end(request.method === 'HEAD' || isBodyless(outgoing.status) ? undefined : outgoing.body);
}

/** The headers of a response as a flat list, which Node.js writes without conversion. */
export function toHeaderList(
  { headers, body, mediaType = 'application/json', status }: OutgoingResponse,
  more: Readonly<Record<string, string>>,
): string[] {
  const list = ['cache-control', 'no-store'];
  if (body && !isBodyless(status)) list.push('content-type', mediaType, 'content-length', String(body.length));
  else if (!isBodyless(status)) list.push('content-length', '0');
  for (const [name, value] of Object.entries(more)) list.push(name, value);
  if (headers) for (const [name, value] of Object.entries(headers)) list.push(name, value);
  return list;
}

/** By the HTTP specification, these responses have no body. */
function isBodyless(status: number): boolean {
  return status === 204 || status === 205 || status === 304;
}
