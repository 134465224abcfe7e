import type { IncomingMessage } from 'node:http';
import type { IncomingRequest } from './incoming-request.ts';

/** Converts a request of Node.js. */
export function toIncomingRequest(message: IncomingMessage): IncomingRequest {
  return {
    method: message.method ?? 'GET',
    target: message.url ?? '/',
    headers: message.headers,
    // The end of the loop must not close the connection: the response is still to be sent.
    readBody: () => message.iterator({ destroyOnReturn: false }),
  };
}
