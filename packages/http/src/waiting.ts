import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Counts the requests of each connection that wait for the answer to the one before. Whoever sends on and on and reads nothing
 * would fill the memory with answers.
 *
 * @returns whether one more may wait
 */
export function waitingRoom(most: number): (request: IncomingMessage, response: ServerResponse) => boolean {
  const waiting = new WeakMap<Socket, number>();
  return ({ socket }, response) => {
    // It has its socket where there is none before it, as is nearly always so.
    if (response.socket) return true;
    const count = waiting.get(socket) ?? 0;
    if (count >= most) return false;
    waiting.set(socket, count + 1);
    response.once('close', () => waiting.set(socket, (waiting.get(socket) ?? 1) - 1));
    return true;
  };
}
