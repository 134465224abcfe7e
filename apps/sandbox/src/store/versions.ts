import { setImmediate } from 'node:timers/promises';
import { formatUserKey, type UserId } from '@giftoin/simulator/sandbox';
import type { Engine } from '../database/engine.ts';

/** The stored versions of a workspace and of the inventory of a user. */
export interface Versions {
  readonly workspace: number;
  /** 0 if the user has never owned anything, or no user was given. */
  readonly user: number;
}

/** Reads the stored versions. Returns undefined if the workspace does not exist. */
export type VersionReader = (workspace: string, user?: UserId) => Promise<Versions | undefined>;

/** The same, with the key of the user. An empty key stands for no user. */
type ReadVersions = (workspace: string, userKey: string) => Promise<Versions | undefined>;

/**
 * Creates a function that reads versions. Every request calls it to validate what is cached, because another process can
 * have changed the state.
 */
export function createVersionReader(engine: Engine): VersionReader {
  const batched = createBatchedReader(engine);
  const read = engine.readChangeCount ? createCachedReader(batched, engine.readChangeCount) : batched;
  return (workspace, user) => read(workspace, user ? formatUserKey(user) : '');
}

/** How many versions are cached. */
const maxCachedVersions = 10_000;

/**
 * Caches versions until the database changes. All requests of one turn of the event loop share one check for changes, at
 * the end of the turn.
 */
function createCachedReader(read: ReadVersions, readChangeCount: () => number): ReadVersions {
  const cache = new Map<string, Versions | undefined>();
  let cachedAt = -1;
  let turn: Promise<void> | undefined;

  async function checkAtEndOfTurn(): Promise<void> {
    await setImmediate();
    turn = undefined;
    const changeCount = readChangeCount();
    if (changeCount !== cachedAt || cache.size > maxCachedVersions) cache.clear();
    cachedAt = changeCount;
  }

  return async (workspace, userKey) => {
    turn ??= checkAtEndOfTurn();
    await turn;
    const cacheKey = `${workspace} ${userKey}`;
    if (cache.has(cacheKey)) return cache.get(cacheKey);
    const before = cachedAt;
    const versions = await read(workspace, userKey);
    // If the database changed meanwhile, the versions can be older than the change.
    if (readChangeCount() === before && cachedAt === before) cache.set(cacheKey, versions);
    return versions;
  };
}

interface Batch {
  readonly userKeys: Set<string>;
  readonly resolvers: ((result: ReadonlyMap<string, number> | undefined | Error) => void)[];
}

/**
 * Runs one query at a time for each workspace. Requests that arrive during a query share the next one, so that they get
 * versions that were read after they arrived.
 */
function createBatchedReader(engine: Engine): ReadVersions {
  const statement = `select '' as user_key, version from giftoin_sandbox.workspaces where workspace = $1
    union all select user_key, version from giftoin_sandbox.users where workspace = $1 and user_key ${engine.anyOf('$2')}`;
  const waiting = new Map<string, Batch>();
  const running = new Set<string>();

  async function runBatches(workspace: string): Promise<void> {
    running.add(workspace);
    while (waiting.has(workspace)) {
      // More requests join until the end of this turn of the event loop: one query is cheaper than several.
      await setImmediate();
      const batch = waiting.get(workspace);
      if (!batch) break;
      waiting.delete(workspace);
      const result = await read(workspace, [...batch.userKeys]).catch((error: Error) => error);
      for (const resolve of batch.resolvers) resolve(result);
    }
    running.delete(workspace);
  }

  async function read(workspace: string, userKeys: readonly string[]) {
    const rows = await engine.query(statement, workspace, userKeys);
    return rows.length === 0 ? undefined : new Map(rows.map((row) => [String(row.user_key), Number(row.version)]));
  }

  return (workspace, userKey) =>
    new Promise((resolve, reject) => {
      const batch = waiting.get(workspace) ?? { userKeys: new Set(), resolvers: [] };
      waiting.set(workspace, batch);
      if (userKey !== '') batch.userKeys.add(userKey);
      batch.resolvers.push((result) => {
        if (result instanceof Error) reject(result);
        else resolve(result && { workspace: result.get('') ?? 0, user: result.get(userKey) ?? 0 });
      });
      if (!running.has(workspace)) void runBatches(workspace);
    });
}
