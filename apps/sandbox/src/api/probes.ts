import type { IncomingMessage } from 'node:http';
import { parseTarget } from '@giftoin/http';
import type { Store } from '../store/index.ts';
import { errorAnswer } from './answer.ts';
import type { Served } from './serve.ts';

/** The methods of everything that is answered here. */
export const allow = 'GET, HEAD, OPTIONS';

/** Whether a request is none of the contract, but asks after the process. */
export function isProbe({ url = '' }: IncomingMessage): boolean {
  // Nearly every request is none, which is seen without taking it apart.
  return /^\/(healthz|readyz)(\?|$)/.test(url);
}

/** Whether the process lives (`/healthz`), and whether it can answer (`/readyz`). */
export async function probed(store: Store, { url = '', method }: IncomingMessage): Promise<Served> {
  const { path } = parseTarget(url);
  if (method !== 'GET' && method !== 'HEAD') {
    return { path, answer: errorAnswer(405, `This path allows ${allow}.`, { headers: { allow } }) };
  }
  if (path === '/readyz') await store.ping();
  return { path, answer: { status: 200, body: Buffer.from('{"status":"ok"}') } };
}
