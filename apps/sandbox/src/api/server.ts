import { createCors, createPipeline, type ListeningServer, RequestError, sendResponse, serve } from '@giftoin/http';
import { createApiOptions, createLogEntry, type LogEntry, type ServedOperations } from '@giftoin/simulator/sandbox';
import type { RequestLogEntry } from '@giftoin/types/sandbox-control';
import { serverOperations } from '@giftoin/types/server-operations';
import { type SqlStore, StoreUnavailableError } from '../store/index.ts';
import { applyFault } from './apply-fault.ts';
import { createContext } from './context.ts';
import { findClient, type StoredClient } from './find-client.ts';
import { releaseBytes } from './formatted-response.ts';
import { createResponseCache } from './response-cache.ts';

export interface ApiOptions extends ServedOperations {
  readonly port: number;
  readonly host: string;
  /** See `ListenOptions`. */
  readonly allowedHosts?: readonly string[] | undefined;
  /** Called after every response. Default: no log. */
  readonly log?: ((entry: LogEntry) => void) | undefined;
}

/**
 * Serves the API: the operations of the contract, and the probes.
 *
 * @throws {Error} if an operation has no handler, or the port is in use
 */
export async function startApi(store: SqlStore, options: ApiOptions): Promise<ListeningServer> {
  const { port, host, allowedHosts, log, operations = serverOperations, handlers } = options;
  const cache = createResponseCache(store);
  const state = {
    store,
    findClient: findClient.bind(undefined, store, cache),
    createContext: (client: StoredClient) => createContext(store, cache, client),
  };
  const respond = await createPipeline({
    ...createApiOptions<StoredClient>(state, { operations, handlers }),
    toRequestError,
  });
  return serve({
    respond,
    port,
    host,
    allowedHosts,
    requestTimeout: 15_000,
    cors: createCors(operations),
    send: ({ response: outgoing, identity: client }, request, response, headers) => {
      const { body } = outgoing;
      if (body) response.once('close', () => releaseBytes(body));
      if (client?.injectedFault) return applyFault(client.injectedFault, outgoing, request, response, headers);
      return sendResponse(request, response, outgoing, headers);
    },
    onExchange: (exchange, { method = 'GET' }, duration) => {
      const entry = createLogEntry(exchange, method, duration);
      // If the workspace is known, the API key is, and with it everything else.
      if (entry.workspace !== null) {
        store.requestLog.record(entry.workspace, entry as RequestLogEntry, exchange.identity?.state.version);
      }
      log?.(entry);
    },
  });
}

/** 503: the database is unavailable. */
function toRequestError(error: Error): RequestError | undefined {
  if (!(error instanceof StoreUnavailableError)) return undefined;
  const headers = { 'retry-after': '1' };
  return new RequestError(503, 'The database is unavailable. Try again later.', { headers, cause: error });
}
