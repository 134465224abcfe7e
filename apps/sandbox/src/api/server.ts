import {
  createCors,
  createPipeline,
  type ListeningServer,
  type Operation,
  type ParameterValues,
  type RequestError,
  sendResponse,
  serve,
} from '@giftoin/http';
import type { RequestLogEntry } from '@giftoin/types/sandbox-control';
import { serverOperations } from '@giftoin/types/server-operations';
import { defaultApiKeys, type Store, StoreUnavailableError } from '../store/index.ts';
import { authenticate, authorize, type Identity } from './authentication.ts';
import { createContext } from './context.ts';
import { createUnavailableError } from './errors.ts';
import type { Handler, Handlers } from './handler.ts';
import { toHandlerResponse } from './handler-response.ts';
import { handlers as documentHandlers } from './handlers.ts';
import { applyFault } from './injected-fault.ts';
import { createLogEntry, type LogEntry } from './log-entry.ts';
import { probes, runProbe } from './probes.ts';
import { createResponseCache } from './response-cache.ts';

export interface ApiOptions {
  readonly port: number;
  readonly host: string;
  /** Called after every response. Default: no log. */
  readonly log?: ((entry: LogEntry) => void) | undefined;
  /** The operations to serve. Default: those of the document. */
  readonly operations?: readonly Operation[];
  /** A handler for each operation. Default: those of the document. */
  readonly handlers?: Handlers;
}

/**
 * Serves the API: the operations of the contract, and the probes.
 *
 * @throws {Error} if an operation has no handler, or the port is in use
 */
export async function startApi(store: Store, options: ApiOptions): Promise<ListeningServer> {
  const { port, host, log, operations = serverOperations } = options;
  const handlers: Handlers = options.handlers ?? documentHandlers;
  const missing = operations.find(({ operationId }) => !Object.hasOwn(handlers, operationId));
  if (missing) throw new Error(`The operation ${missing.operationId} has no handler. Add one to api/operations.`);
  const cache = createResponseCache(store);

  const respond = await createPipeline<Operation, Identity | undefined>({
    operations: [...operations, ...probes],
    authenticate: ({ apiKey, operation, parameters }) => {
      if (probes.includes(operation)) return undefined;
      // A request to an operation without API keys is one of the default API key.
      return authenticate(store, cache, apiKey?.key ?? defaultApiKeys.default, parameters);
    },
    authorize: (identity) => identity && authorize(store, identity),
    handler: async (parameters, { operation, identity, body }) => {
      if (!identity) return runProbe(store, operation);
      const handler = handlers[operation.operationId] as Handler<ParameterValues, unknown>;
      const input = body === undefined ? parameters : { ...parameters, body };
      return toHandlerResponse(operation, await handler(input, createContext(store, cache, identity)));
    },
    toRequestError,
  });
  return serve({
    respond,
    port,
    host,
    requestTimeout: 15_000,
    cors: createCors(operations, { response: ['retry-after'] }),
    send: ({ response: outgoing, identity }, request, response, headers) =>
      identity?.injectedFault
        ? applyFault(identity.injectedFault, outgoing, request, response, headers)
        : sendResponse(request, response, outgoing, headers),
    onExchange: (exchange, { method = 'GET' }, duration) => {
      const entry = createLogEntry(exchange, method, duration);
      // If the workspace is known, the API key is, and with it everything else.
      if (entry.workspace !== null) store.requestLog.record(entry.workspace, entry as RequestLogEntry);
      log?.(entry);
    },
  });
}

function toRequestError(error: Error): RequestError | undefined {
  return error instanceof StoreUnavailableError ? createUnavailableError(error) : undefined;
}
