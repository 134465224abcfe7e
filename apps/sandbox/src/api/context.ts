import { createUnknownApiKeyError } from '@giftoin/http';
import { type OperationContext, readTime, type UserId } from '@giftoin/simulator/sandbox';
import { type SqlStore, StoreUnavailableError } from '../store/index.ts';
import type { StoredClient } from './find-client.ts';
import { type ResponseCache, StateChangedError, type UserView } from './response-cache.ts';

/** How often a response is started again because its workspace has changed. */
const maxAttempts = 20;

/** Creates what a handler can read. Formatted responses are cached until the state changes. */
export function createContext(store: SqlStore, cache: ResponseCache, client: StoredClient): OperationContext {
  /** Formats what a user sees at one moment of the database, and starts again if the workspace changes meanwhile. */
  async function format<Result>(user: UserId, action: (view: UserView) => Promise<Result>): Promise<Result> {
    let current = client;
    for (let attempt = 1; attempt <= maxAttempts; attempt += 1) {
      try {
        return await action(await viewUser(store, current, user));
      } catch (error) {
        if (!(error instanceof StateChangedError)) throw error;
      }
      const found = await client.findAgain();
      if (!found) throw createUnknownApiKeyError();
      current = found;
    }
    throw new StoreUnavailableError('The workspace changes faster than it can be read.');
  }

  const { workspace, apiKey, state } = client;
  const { environment } = apiKey;
  return {
    store,
    workspace,
    environment,
    programs: listPrograms(client),
    now: readTime(state.clock),
    listProgress: (user) => format(user, cache.formatList),
    readProgress: (user, programId) => format(user, (view) => cache.formatOne(view, programId)),
  };
}

/** Reads the version of a user's inventory, for the cache. */
async function viewUser(store: SqlStore, client: StoredClient, user: UserId): Promise<UserView> {
  const { workspace, apiKey, state, prefetched } = client;
  const view = { workspace, environment: apiKey.environment, programs: listPrograms(client), user };
  const now = readTime(state.clock);
  const isPrefetched =
    prefetched?.user.platform === user.platform && prefetched.user.platformUserId === user.platformUserId;
  if (isPrefetched) return { ...view, now, versions: { workspace: state.version, user: prefetched.version } };
  const versions = await store.readVersions(workspace, user);
  if (versions?.workspace !== state.version) throw new StateChangedError();
  return { ...view, now, versions };
}

function listPrograms({ state, apiKey }: StoredClient) {
  return state.programsByEnvironment.get(apiKey.environment) ?? [];
}
