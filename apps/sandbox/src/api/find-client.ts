import { timingSafeEqual } from 'node:crypto';
import type { Client, UserId } from '@giftoin/simulator/sandbox';
import { hashSecret } from '../hash-secret.ts';
import { type SqlStore, type StoredApiKey, StoreUnavailableError, type WorkspaceState } from '../store/index.ts';
import type { ResponseCache } from './response-cache.ts';

/** The client of a request, in the stored state of its workspace. */
export interface StoredClient extends Client {
  readonly apiKey: StoredApiKey;
  readonly state: WorkspaceState;
  /** The user that the parameters name, and the version of their inventory: one query reads it with the API key. */
  readonly prefetched: { readonly user: UserId; readonly version: number } | undefined;
  /** Finds the client in the current state of its workspace. */
  findAgain(): Promise<StoredClient | undefined>;
}

/** How often the state is read again because the workspace has changed. */
const maxAttempts = 20;

/** Returns undefined if the API key is unknown. */
export async function findClient(
  store: SqlStore,
  cache: ResponseCache,
  workspace: string,
  key: string,
  user: UserId | undefined,
): Promise<StoredClient | undefined> {
  const findAgain = () => findClient(store, cache, workspace, key, user);
  for (let attempt = 1; attempt <= maxAttempts; attempt += 1) {
    const versions = await store.readVersions(workspace, user);
    const state = versions && (await cache.readState(workspace, versions.workspace));
    const apiKey = state && findApiKey(state, key);
    if (!apiKey) return undefined;
    // The workspace can have changed between the two. They must be of one moment.
    if (state.version !== versions.workspace) continue;
    return { workspace, apiKey, state, prefetched: user && { user, version: versions.user }, findAgain };
  }
  throw new StoreUnavailableError('The workspace changes faster than it can be read.');
}

/** Finds an API key by its hash, in constant time. */
function findApiKey({ keys }: WorkspaceState, key: string): StoredApiKey | undefined {
  const hash = hashSecret(key);
  const found = keys.get(hash);
  return found && timingSafeEqual(Buffer.from(found.hash), Buffer.from(hash)) ? found : undefined;
}
