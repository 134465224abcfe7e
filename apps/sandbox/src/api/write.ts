import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Fault } from '@giftoin/types/sandbox-control';
import type { Answer } from './answer.ts';
import type { Served } from './serve.ts';

const forPages = ['access-control-allow-origin', '*', 'access-control-expose-headers', 'retry-after'];

export function write(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  response.writeHead(answer.status, headersOf(request, answer));
  response.end(request.method === 'HEAD' ? undefined : answer.body);
}

/** Writes an answer late, or cut off in its middle, as a fault says. */
export async function befall(
  request: IncomingMessage,
  response: ServerResponse,
  { answer }: Served,
  { delay, cut }: Fault,
): Promise<void> {
  if (delay) await new Promise((soon) => setTimeout(soon, delay));
  if (!cut) {
    write(request, response, answer);
    return;
  }
  const { status, body } = answer;
  response.writeHead(status, headersOf(request, answer));
  response.write(body.subarray(0, Math.ceil(body.length / 2)), () => response.socket?.destroy());
}

/** As a flat list, which Node writes as it is. What lets a page of another origin read goes to pages alone. */
function headersOf(request: IncomingMessage, { headers, body }: Answer): string[] {
  const all = ['content-type', 'application/json', 'cache-control', 'no-store', 'content-length', String(body.length)];
  if (request.headers.origin !== undefined) all.push(...forPages);
  if (headers) for (const [name, value] of Object.entries(headers)) all.push(name, value);
  return all;
}
