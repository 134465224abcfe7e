import { formatUserKey, type UserId } from '@giftoin/simulator/sandbox';
import type { Program } from '@giftoin/types/sandbox-control';
import type { Inventory, SqlStore, Versions, WorkspaceState } from '../store/index.ts';
import { type FormattedResponse, formatList, formatOne, readBytes } from './formatted-response.ts';

/** The largest size of all cached entries, in bytes. The least recently used entry is evicted first. */
const maxSize = 32 * 1024 * 1024;

/** The approximate sizes of what an entry holds beside its responses, in bytes. */
const sizes = { entry: 1_000, program: 500, card: 150 } as const;

/** How many workspaces are cached: jobs that create a workspace each leave theirs behind. */
const maxWorkspaces = 100;
/** The largest size of all cached workspaces but the last one, in bytes. */
const maxStatesSize = 32 * 1024 * 1024;

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

/** The workspace has changed since its state was read: what was read after it does not belong to it. */
export class StateChangedError extends Error {}

/** Caches state and responses as long as their versions in the store are current. */
export interface ResponseCache {
  readState(workspace: string, version: number): Promise<WorkspaceState | undefined>;
  /** The body of the list. */
  formatList(view: UserView): Promise<Buffer>;
  /** The body of one program. Undefined if it does not exist or is not visible. */
  formatOne(view: UserView, programId: string): Promise<Buffer | undefined>;
}

export function createResponseCache(store: Pick<SqlStore, 'readWorkspaceState' | 'readInventory'>): ResponseCache {
  const states = createStateCache(store);
  // In the order of their last use, the least recent first.
  const entries = new Map<string, Entry>();
  let totalSize = 0;

  function evict(cacheKey: string): void {
    totalSize -= entries.get(cacheKey)?.size ?? 0;
    entries.delete(cacheKey);
  }

  function evictOldest(): void {
    for (const oldest of entries.keys()) {
      if (totalSize <= maxSize) break;
      evict(oldest);
    }
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
      versions.user === 0
        ? { version: 0, workspaceVersion: versions.workspace, programs: new Map() }
        : await store.readInventory(workspace, user);
    if (inventory.workspaceVersion !== versions.workspace) throw new StateChangedError();
    const entry: Entry = {
      cacheKey,
      versions: { workspace: versions.workspace, user: inventory.version },
      inventory,
      responses: new Map(),
      size: measureInventory(inventory),
    };
    // Another request may have read the same meanwhile.
    evict(cacheKey);
    entries.set(cacheKey, entry);
    totalSize += entry.size;
    evictOldest();
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
    const growth = measureResponse(response) - measureResponse(cached);
    entry.size += growth;
    // An entry that was replaced meanwhile is not cached, and does not count.
    if (entries.get(entry.cacheKey) === entry) totalSize += growth;
    if (response) entry.responses.set(programId, response);
    else entry.responses.delete(programId);
    evictOldest();
    return response && readBytes(response, now);
  }

  return {
    readState: states,
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

function measureInventory({ programs }: Inventory): number {
  let size: number = sizes.entry;
  for (const [programId, { cardQuantities }] of programs) {
    size += sizes.program + programId.length;
    for (const cardId of cardQuantities.keys()) size += sizes.card + cardId.length;
  }
  return size;
}

function measureResponse(response: FormattedResponse | undefined): number {
  // With one spare: more are in use only while many clients receive it.
  return response ? 2 * response.bytes.length + sizes.card * (response.slots.length + 1) : 0;
}

/** Creates a function that reads the state of a workspace, and caches it by its version. */
function createStateCache(store: Pick<SqlStore, 'readWorkspaceState'>): ResponseCache['readState'] {
  const states = new Map<
    string,
    { version: number; size: number; readonly state: Promise<WorkspaceState | undefined> }
  >();

  function evictOldest(): void {
    let size = 0;
    // The newest first, which always stays.
    for (const [index, [workspace, cached]] of [...states].reverse().entries()) {
      size += cached.size;
      if (index > 0 && (size > maxStatesSize || index >= maxWorkspaces)) states.delete(workspace);
    }
  }

  return (workspace, version) => {
    const found = states.get(workspace);
    if (found?.version === version) return found.state;
    const cached = { version, size: 0, state: store.readWorkspaceState(workspace) };
    states.delete(workspace);
    states.set(workspace, cached);
    cached.state.then(
      (state) => {
        // The workspace can have changed before it was read.
        cached.version = state?.version ?? version;
        cached.size = state?.size ?? 0;
        evictOldest();
      },
      () => {
        if (states.get(workspace) === cached) states.delete(workspace);
      },
    );
    return cached.state;
  };
}
