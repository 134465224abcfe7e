import type { IncomingMessage, ServerResponse } from 'node:http';
import { isBodyless, type OutgoingResponse, toHeaderList } from './response.ts';

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
