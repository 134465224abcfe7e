import { createCors, createPipeline } from '@giftoin/http/portable';
import type { InitialApiKeys, RequestLogEntry, World } from '@giftoin/types/sandbox-control';
import { serverOperations as controlServerOperations } from '@giftoin/types/sandbox-control/server-operations';
import { serverOperations } from '@giftoin/types/server-operations';
import { createApiOptions } from './api/api-options.ts';
import { createLogEntry } from './api/log-entry.ts';
import { createSandboxControl, type SandboxControl } from './control/client.ts';
import { createControlOptions } from './control/control-options.ts';
import { createControlOperations } from './control/operations.ts';
import { defaultToken } from './control/token.ts';
import { createFetch, type Fetch } from './fetch/create-fetch.ts';
import { defaultApiKeys } from './keys/initial-api-keys.ts';
import { createMemoryApiState, type MemoryClient } from './memory/api-state.ts';
import { createMemoryStore, type MemoryStore } from './memory/memory-store.ts';
import { createSchemaValidator } from './validation/create-schema-validator.ts';
import { createDefaultWorld } from './world/default-world.ts';

export interface SimulatorOptions {
  /** The world of the workspace `default`. Default: the default world of the sandbox. */
  readonly world?: World | undefined;
  /** The system clock, in milliseconds since 1970-01-01T00:00:00Z. Default: `Date.now`. */
  readonly now?: (() => number) | undefined;
}

/** The API with state, without a server. */
export interface Simulator {
  /** The API behind a function that is called like `fetch`. Pass it to `createGiftoinClient`. Every origin leads to it. */
  readonly fetch: Fetch;
  /** Changes the state, like the control API of the sandbox. */
  readonly control: SandboxControl;
  /** The initial API keys of the workspace `default`, which are those of the sandbox. */
  readonly apiKeys: InitialApiKeys;
}

/**
 * Creates a simulator: what the sandbox does, in this process or page. Its state is in memory.
 *
 * @throws {Error} if the world is invalid
 *
 * @example
 * const { fetch, apiKeys, control } = createSimulator();
 * const giftoin = createGiftoinClient({ apiKey: apiKeys.default, fetch });
 * await control.grantCard({ platform: 'discord', platformUserId: '42', programId: 'program_123', cardId: 'card_456' });
 */
export function createSimulator({ world, now = Date.now }: SimulatorOptions = {}): Simulator {
  const store = createMemoryStore(now);
  store.addWorkspace('default', world ?? createDefaultWorld(now()), defaultApiKeys);
  return {
    fetch: createApiFetch(store, now),
    control: createSandboxControl({
      url: 'http://simulator',
      token: defaultToken,
      fetch: createControlFetch(store, now),
    }),
    apiKeys: defaultApiKeys,
  };
}

function createApiFetch(store: MemoryStore, now: () => number): Fetch {
  const options = createApiOptions(createMemoryApiState(store, now));
  return createFetch<MemoryClient | undefined>({
    respond: createPipeline({ ...options, validate: createSchemaValidator() }),
    cors: createCors(serverOperations),
    findFault: ({ identity }) => identity?.injectedFault,
    onExchange(exchange, method, duration) {
      const entry = createLogEntry(exchange, method, duration, now());
      // If the workspace is known, the API key is, and with it everything else.
      if (entry.workspace !== null) store.requestLog.record(entry.workspace, entry as RequestLogEntry);
    },
  });
}

function createControlFetch(store: MemoryStore, now: () => number): Fetch {
  const respond = createPipeline({
    operations: controlServerOperations,
    validate: createSchemaValidator(),
    authenticate: () => {},
    ...createControlOptions(createControlOperations(store, now)),
  });
  return createFetch({ respond, cors: createCors(controlServerOperations) });
}
