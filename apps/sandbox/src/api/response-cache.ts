import { formatUserKey, type UserId } from '@giftoin/simulator/sandbox';
import type { Program } from '@giftoin/types/sandbox-control';
import type { Inventory, SqlStore, Versions, WorkspaceState } from '../store/index.ts';
import { type FormattedResponse, formatList, formatOne, readBytes } from './formatted-response.ts';

/** The largest size of all cached responses, in bytes. The least recently used entry is evicted first. */
const maxSize = 32 * 1024 * 1024;

/** The approximate size of an entry without its responses, in bytes: many users with short lists fill the memory too. */
const entrySize = 1_000;

/** How many workspaces are cached: jobs that create a workspace each leave theirs behind. */
const maxWorkspaces = 100;

/** What is cached of a user, and the versions that it is valid for. */
interface Entry {
  readonly cacheKey: string;
  readonly versions: Versions;
  readonly inventory: Inventory;
  /** By program ID. An empty ID stands for the list. */
  readonly responses: Map<string, FormattedResponse>;
  size: number;
}

/** A user as one API key sees them at one moment. */
export interface UserView {
  readonly workspace: string;
  readonly user: UserId;
  readonly environment: string;
  readonly programs: readonly Program[];
  readonly versions: Versions;
  /** The time of the workspace's clock, in milliseconds since 1970-01-01T00:00:00Z. */
  readonly now: number;
}

/** Caches state and responses as long as their versions in the store are current. */
export interface ResponseCache {
  readState(workspace: string, version: number): Promise<WorkspaceState | undefined>;
  /** The body of the list. */
  formatList(view: UserView): Promise<Buffer>;
  /** The body of one program. Undefined if it does not exist or is not visible. */
  formatOne(view: UserView, programId: string): Promise<Buffer | undefined>;
}

export function createResponseCache(store: Pick<SqlStore, 'readWorkspaceState' | 'readInventory'>): ResponseCache {
  const states = new Map<string, { readonly version: number; readonly state: Promise<WorkspaceState | undefined> }>();
  // In the order of their last use, the least recent first.
  const entries = new Map<string, Entry>();
  let totalSize = 0;

  function evict(cacheKey: string): void {
    totalSize -= entries.get(cacheKey)?.size ?? 0;
    entries.delete(cacheKey);
  }

  async function readEntry({ workspace, environment, user, versions }: UserView): Promise<Entry> {
    const cacheKey = `${workspace} ${environment} ${formatUserKey(user)}`;
    const cached = entries.get(cacheKey);
    if (cached && cached.versions.workspace === versions.workspace && cached.versions.user === versions.user) {
      entries.delete(cacheKey);
      entries.set(cacheKey, cached);
      return cached;
    }
    evict(cacheKey);
    const inventory =
      versions.user === 0 ? { version: 0, programs: new Map() } : await store.readInventory(workspace, user);
    const entry: Entry = {
      cacheKey,
      versions: { workspace: versions.workspace, user: inventory.version },
      inventory,
      responses: new Map(),
      size: entrySize,
    };
    // Another request may have read the same meanwhile.
    evict(cacheKey);
    entries.set(cacheKey, entry);
    totalSize += entrySize;
    return entry;
  }

  function readResponse(
    entry: Entry,
    programId: string,
    now: number,
    format: () => FormattedResponse | undefined,
  ): Buffer | undefined {
    const cached = entry.responses.get(programId);
    if (cached && now >= cached.from && now < cached.until) return readBytes(cached, now);
    const response = format();
    const growth = (response?.bytes.length ?? 0) - (cached?.bytes.length ?? 0);
    entry.size += growth;
    // An entry that was replaced meanwhile is not cached, and does not count.
    if (entries.get(entry.cacheKey) === entry) totalSize += growth;
    if (response) entry.responses.set(programId, response);
    else entry.responses.delete(programId);
    for (const oldest of entries.keys()) {
      if (totalSize <= maxSize) break;
      evict(oldest);
    }
    return response?.bytes;
  }

  return {
    readState(workspace, version) {
      const cached = states.get(workspace);
      if (cached?.version === version) return cached.state;
      const state = store.readWorkspaceState(workspace);
      states.delete(workspace);
      states.set(workspace, { version, state });
      state.catch(() => {
        if (states.get(workspace)?.state === state) states.delete(workspace);
      });
      const [oldest] = states.keys();
      if (states.size > maxWorkspaces && oldest !== undefined) states.delete(oldest);
      return state;
    },
    async formatList(view) {
      const { programs, now } = view;
      const entry = await readEntry(view);
      const list = readResponse(entry, '', now, () => formatList(programs, entry.inventory.programs, now));
      return list ?? Buffer.from('[]');
    },
    async formatOne(view, programId) {
      const { programs, now } = view;
      const program = programs.find(({ id }) => id === programId);
      if (!program) return undefined;
      const entry = await readEntry(view);
      const { inventory } = entry;
      return readResponse(entry, programId, now, () => formatOne(program, inventory.programs.get(programId), now));
    },
  };
}
