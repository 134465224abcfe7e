import {
  createUnknownApiKeyError,
  type Operation,
  type ParameterValues,
  type PipelineOptions,
} from '@giftoin/http/portable';
import { serverOperations } from '@giftoin/types/server-operations';
import { parseWorkspace } from '../keys/api-key.ts';
import { defaultApiKeys } from '../keys/initial-api-keys.ts';
import type { Store } from '../store.ts';
import type { UserId } from '../world/user-id.ts';
import { authorize } from './authorize.ts';
import type { Client } from './client.ts';
import type { OperationContext } from './context.ts';
import type { Handler, Handlers } from './handler.ts';
import { toHandlerResponse } from './handler-response.ts';
import { handlers as documentHandlers } from './handlers.ts';
import { probes, runProbe } from './probes.ts';

/** The operations that a server of the API serves. */
export interface ServedOperations {
  /** Default: the operations of the document. */
  readonly operations?: readonly Operation[] | undefined;
  /** A handler for each operation. Default: those of the document. */
  readonly handlers?: Handlers | undefined;
}

/** How a store finds clients, and what handlers can read of it. */
export interface ApiState<Found extends Client> {
  readonly store: Store;
  /**
   * Finds the client with an API key. Returns undefined if there is none.
   *
   * @param user the user that the parameters name, to prefetch their inventory
   */
  findClient(workspace: string, apiKey: string, user: UserId | undefined): Promise<Found | undefined>;
  createContext(client: Found): OperationContext;
}

/** What the pipeline of the API does, whatever receives the requests. */
export type ApiOptions<Found extends Client> = Omit<PipelineOptions<Operation, Found | undefined>, 'validate'>;

/**
 * Creates the options of the pipeline of the API: the operations of the contract, and the probes.
 *
 * @throws {Error} if an operation has no handler
 */
export function createApiOptions<Found extends Client>(
  { store, findClient, createContext }: ApiState<Found>,
  { operations = serverOperations, handlers = documentHandlers }: ServedOperations = {},
): ApiOptions<Found> {
  const missing = operations.find(({ operationId }) => !Object.hasOwn(handlers, operationId));
  if (missing) throw new Error(`The operation ${missing.operationId} has no handler. Add one to api/operations.`);
  // The record cannot express that each handler has the input of its operation.
  const findHandler = ({ operationId }: Operation) =>
    (handlers as Handlers)[operationId] as Handler<ParameterValues, unknown>;

  return {
    operations: [...operations, ...probes],
    authenticate: async ({ apiKey, operation, parameters }) => {
      if (probes.includes(operation)) return undefined;
      // A request to an operation without API keys is one of the default API key.
      const key = apiKey?.key ?? defaultApiKeys.default;
      const workspace = parseWorkspace(key);
      const client = workspace === undefined ? undefined : await findClient(workspace, key, toUserId(parameters));
      if (!client) throw createUnknownApiKeyError();
      return client;
    },
    authorize: (client) => client && authorize(store, client),
    handler: async (parameters, { operation, identity: client, body }) => {
      if (!client) return runProbe(store, operation);
      const input = body === undefined ? parameters : { ...parameters, body };
      return toHandlerResponse(operation, await findHandler(operation)(input, createContext(client)));
    },
  };
}

function toUserId({ platform, platformUserId }: ParameterValues = {}): UserId | undefined {
  return typeof platform === 'string' && typeof platformUserId === 'string' ? { platform, platformUserId } : undefined;
}
