import { type OperationContext, readTime, type UserId } from '@giftoin/simulator/sandbox';
import type { SqlStore } from '../store/index.ts';
import type { StoredClient } from './find-client.ts';
import type { ResponseCache, UserView } from './response-cache.ts';

/** Creates what a handler can read. Formatted responses are cached until the state changes. */
export function createContext(store: SqlStore, cache: ResponseCache, client: StoredClient): OperationContext {
  const { workspace, apiKey, state, prefetched } = client;
  const { environment } = apiKey;
  const programs = state.programs.filter((program) => program.environment === environment);
  const now = readTime(state.clock);

  async function readUserVersion(user: UserId): Promise<number> {
    const isPrefetched =
      prefetched?.user.platform === user.platform && prefetched.user.platformUserId === user.platformUserId;
    if (isPrefetched) return prefetched.version;
    return (await store.readVersions(workspace, user))?.user ?? 0;
  }

  /** Reads the current version of a user's inventory, for the cache. */
  async function viewUser(user: UserId): Promise<UserView> {
    const versions = { workspace: state.version, user: await readUserVersion(user) };
    return { workspace, environment, programs, now, user, versions };
  }

  return {
    store,
    workspace,
    environment,
    programs,
    now,
    listProgress: async (user) => cache.formatList(await viewUser(user)),
    readProgress: async (user, programId) => cache.formatOne(await viewUser(user), programId),
  };
}
