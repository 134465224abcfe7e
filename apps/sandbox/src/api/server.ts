import type { IncomingMessage, ServerResponse } from 'node:http';
import { createCorsHeaders, type ListeningServer, listen, parseTarget } from '@giftoin/http';
import { apiKeyHeaders } from '@giftoin/types';
import type { RequestLogEntry } from '@giftoin/types/sandbox-control';
import { redactApiKeys } from '../api-key.ts';
import { type Store, StoreUnavailableError } from '../store/index.ts';
import { errors } from './answer.ts';
import type { LogEntry } from './log-entry.ts';
import { allow, isProbe, probed } from './probes.ts';
import { type Served, servingOf } from './serve.ts';
import { befall, write } from './write.ts';

export interface ApiOptions {
  readonly port: number;
  readonly host: string;
  /** Is told of every answered request. */
  readonly log?: ((entry: LogEntry) => void) | undefined;
}

const cors = createCorsHeaders(apiKeyHeaders, ['retry-after']);
const nothing = Buffer.alloc(0);
const longestPath = 2_000;

/** Serves the API side: the contract's operations, and `/healthz` and `/readyz` beside it. */
export function startApi(store: Store, { port, host, log }: ApiOptions): Promise<ListeningServer> {
  const serve = servingOf(store);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const arrived = performance.now();
    request.resume();
    if (request.method === 'OPTIONS') {
      response.writeHead(204, { ...cors, allow }).end();
      note(request, { path: parseTarget(request.url ?? '/').path, answer: { status: 204, body: nothing } }, arrived);
      return;
    }
    let served: Served;
    try {
      served = isProbe(request) ? await probed(store, request) : await serve(request);
    } catch (error) {
      served = failed(request, error as Error);
    }
    if (served.fault) await befall(request, response, served, served.fault);
    else write(request, response, served.answer);
    note(request, served, arrived);
  }

  function note({ method = 'GET' }: IncomingMessage, served: Served, arrived: number): void {
    const { workspace = null, operationId = null, header = null, keyName = null, error } = served;
    const path = redactApiKeys(served.path.slice(0, longestPath));
    const status = served.fault?.cut ? 0 : served.answer.status;
    const duration = Math.round((performance.now() - arrived) * 1_000) / 1_000;
    const entry = { time: Date.now(), method, path, operationId, keyName, header, status, duration, workspace };
    // Where the workspace is known, the key is, and with it all the rest.
    if (workspace !== null) store.requestLog.record(workspace, entry as RequestLogEntry);
    log?.(error === undefined ? entry : { ...entry, error: redactApiKeys(error.message) });
  }

  return listen((request, response) => void answer(request, response), {
    port,
    host,
    requestTimeout: 15_000,
    headersTimeout: 10_000,
    headers: { 'access-control-allow-origin': '*' },
  });
}

function failed(request: IncomingMessage, error: Error): Served {
  const { path } = parseTarget(request.url ?? '/');
  return { path, error, answer: error instanceof StoreUnavailableError ? errors.unavailable() : errors.unexpected() };
}
