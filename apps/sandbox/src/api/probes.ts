import type { IncomingMessage } from 'node:http';
import type { Store } from '../store/index.ts';
import { errorAnswer } from './answer.ts';
import type { Served } from './serve.ts';

/** The methods of everything that is answered here. */
export const allow = 'GET, HEAD, OPTIONS';

/** Whether a request is none of the contract, but asks after the process. */
export function isProbe({ url }: IncomingMessage): boolean {
  return url === '/healthz' || url === '/readyz';
}

/** Whether the process lives (`/healthz`), and whether it can answer (`/readyz`). */
export async function probed(store: Store, { url = '', method }: IncomingMessage): Promise<Served> {
  if (method !== 'GET' && method !== 'HEAD') {
    return { path: url, answer: errorAnswer(405, `This path allows ${allow}.`, { headers: { allow } }) };
  }
  if (url === '/readyz') await store.ping();
  return { path: url, answer: { status: 200, body: Buffer.from('{"status":"ok"}') } };
}
