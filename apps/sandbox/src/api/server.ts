import type { IncomingMessage, ServerResponse } from 'node:http';
import { corsHeaders, type Listening, listen, targetOf } from '@giftoin/http';
import { apiKeyHeaders } from '@giftoin/types';
import type { JournalEntry } from '@giftoin/types/sandbox-control';
import { withoutKeys } from '../keys.ts';
import { type Store, StoreUnavailable } from '../store/index.ts';
import { type Answer, errorAnswer, errors } from './answer.ts';
import { type Served, servingOf } from './serve.ts';

/** One answered request, as it is logged: never with the key. */
export interface LogEntry extends Omit<JournalEntry, 'operationId' | 'header'> {
  readonly operationId: string | null;
  readonly header: string | null;
  readonly workspace: string | null;
  /** What went wrong in the sandbox itself, if anything did. */
  readonly error?: string;
}

export interface ApiOptions {
  readonly port: number;
  readonly host: string;
  readonly log: (entry: LogEntry) => void;
}

const cors = corsHeaders(apiKeyHeaders, ['retry-after']);
const longestPath = 2_000;

/** Serves the API side: the contract's operations, and `/healthz` and `/readyz` beside it. */
export function startApi(store: Store, { port, host, log }: ApiOptions): Promise<Listening> {
  const serve = servingOf(store);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const arrived = performance.now();
    request.resume();
    const { method = 'GET' } = request;
    if (method === 'OPTIONS') {
      response.writeHead(204, { ...cors, allow: 'GET, HEAD, OPTIONS' }).end();
      return;
    }
    let served: Served;
    let error: Error | undefined;
    try {
      served = (await probed(store, request)) ?? (await serve(request));
    } catch (problem) {
      error = problem as Error;
      const isAway = error instanceof StoreUnavailable;
      served = { path: targetOf(request.url ?? '/').path, answer: isAway ? errors.unavailable() : errors.unexpected() };
    }
    const cut = await write(response, served, method === 'HEAD');
    const duration = Math.round((performance.now() - arrived) * 1_000) / 1_000;
    const { workspace = null, operationId = null, header = null, keyName = null } = served;
    const path = withoutKeys(served.path.slice(0, longestPath));
    const status = cut ? 0 : served.answer.status;
    const entry = { time: Date.now(), method, path, operationId, keyName, header, status, duration };
    if (workspace !== null && operationId !== null && header !== null) {
      store.journal.note(workspace, { ...entry, operationId, header });
    }
    log({ ...entry, workspace, ...(error && { error: withoutKeys(error.message) }) });
  }

  return listen((request, response) => void answer(request, response), {
    port,
    host,
    requestTimeout: 15_000,
    headersTimeout: 10_000,
    headers: { 'access-control-allow-origin': '*' },
  });
}

/** Whether the process lives, and whether it can answer. */
async function probed(store: Store, { url, method }: IncomingMessage): Promise<Served | undefined> {
  if (url !== '/healthz' && url !== '/readyz') return undefined;
  if (method !== 'GET' && method !== 'HEAD') {
    return {
      path: url,
      answer: errorAnswer(405, 'This path allows GET, HEAD, OPTIONS.', { headers: { allow: 'GET, HEAD, OPTIONS' } }),
    };
  }
  if (url === '/readyz') await store.ping();
  return { path: url, answer: { status: 200, body: Buffer.from('{"status":"ok"}') } };
}

/** Writes an answer, late or cut off where a fault says so. Returns whether it was cut off. */
async function write(response: ServerResponse, { answer, fault }: Served, headOnly: boolean): Promise<boolean> {
  if (fault?.delay) await new Promise((soon) => setTimeout(soon, fault.delay));
  const { status, body } = answer;
  response.writeHead(status, headersOf(answer));
  if (fault?.cut) {
    response.write(body.subarray(0, Math.ceil(body.length / 2)), () => response.socket?.destroy());
    return true;
  }
  response.end(headOnly ? undefined : body);
  return false;
}

function headersOf({ headers, body }: Answer): Record<string, string | number> {
  const own = { 'content-type': 'application/json', 'content-length': body.length, 'cache-control': 'no-store' };
  return { ...cors, ...own, ...headers };
}
