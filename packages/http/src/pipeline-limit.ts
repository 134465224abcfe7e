import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Creates a function that returns whether a request is within the limit of requests that wait on its connection for the
 * response to the one before. A client that sends without reading would fill the memory with responses.
 */
export function createPipelineLimit(max: number): (request: IncomingMessage, response: ServerResponse) => boolean {
  const counts = new WeakMap<Socket, number>();
  return ({ socket }, response) => {
    // A response has its socket unless another one goes before it.
    if (response.socket) return true;
    const count = counts.get(socket) ?? 0;
    if (count >= max) return false;
    counts.set(socket, count + 1);
    response.once('close', () => counts.set(socket, (counts.get(socket) ?? 1) - 1));
    return true;
  };
}
