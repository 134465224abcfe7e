import type { Program } from '@giftoin/types/sandbox-control';
import type { Store } from '../store/index.ts';
import { readTime } from '../world/clock.ts';
import type { UserId } from '../world/user-id.ts';
import type { Identity } from './authentication.ts';
import type { ResponseCache, UserView } from './response-cache.ts';

/** What a handler can read: the state of the workspace as the API key sees it at one moment. */
export interface OperationContext {
  /** Changes the state of the workspace. */
  readonly store: Store;
  readonly workspace: string;
  readonly environment: string;
  /** The programs of the environment, in the order in which the API lists them, visible or not. */
  readonly programs: readonly Program[];
  /** The time of the workspace's clock, in milliseconds since 1970-01-01T00:00:00Z. */
  readonly now: number;
  /** Formatted responses, cached until the state changes. */
  readonly cache: ResponseCache;
  /** Reads the current version of a user's inventory, for the cache. */
  viewUser(user: UserId): Promise<UserView>;
}

export function createContext(store: Store, cache: ResponseCache, identity: Identity): OperationContext {
  const { workspace, apiKey, state, prefetched } = identity;
  const { environment } = apiKey;
  const programs = state.programs.filter((program) => program.environment === environment);
  const now = readTime(state.clock);

  async function readUserVersion(user: UserId): Promise<number> {
    const isPrefetched =
      prefetched?.user.platform === user.platform && prefetched.user.platformUserId === user.platformUserId;
    if (isPrefetched) return prefetched.version;
    return (await store.readVersions(workspace, user))?.user ?? 0;
  }

  return {
    store,
    workspace,
    environment,
    programs,
    now,
    cache,
    viewUser: async (user) => {
      const versions = { workspace: state.version, user: await readUserVersion(user) };
      return { workspace, environment, programs, now, user, versions };
    },
  };
}
