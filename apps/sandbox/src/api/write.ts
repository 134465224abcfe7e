import type { IncomingMessage, ServerResponse } from 'node:http';
import type { InjectedFault } from '@giftoin/types/sandbox-control';
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
  { delay, cut }: InjectedFault,
): Promise<void> {
  if (delay) await holdBack(response, delay);
  if (!cut) {
    write(request, response, answer);
    return;
  }
  const { status, body } = answer;
  response.writeHead(status, headersOf(request, answer));
  response.write(body.subarray(0, Math.ceil(body.length / 2)), () => response.socket?.destroy());
}

/** Waits, but not for one who has gone meanwhile: that would hold up the end of the sandbox. */
function holdBack(response: ServerResponse, delay: number): Promise<void> {
  // The connection lies still for as long, and no longer than others may after that.
  response.setTimeout(delay + 60_000);
  return new Promise((soon) => {
    const timer = setTimeout(soon, delay);
    response.once('close', () => {
      clearTimeout(timer);
      soon();
    });
  });
}

/** As a flat list, which Node writes as it is. What lets a page of another origin read goes to pages alone. */
function headersOf(request: IncomingMessage, { headers, body }: Answer): string[] {
  const all = ['content-type', 'application/json', 'cache-control', 'no-store', 'content-length', String(body.length)];
  if (request.headers.origin !== undefined) all.push(...forPages);
  if (headers) for (const [name, value] of Object.entries(headers)) all.push(name, value);
  return all;
}
