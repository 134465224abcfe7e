import type { RequestLog } from '@giftoin/simulator/sandbox';
import type { RequestLogEntry } from '@giftoin/types/sandbox-control';
import type { Engine, Query } from '../database/engine.ts';
import { bumpVersion, readClockState } from './workspace-version.ts';

/** How many requests of a workspace are kept. */
const maxEntries = 1_000;
/** How often new entries are written, in milliseconds. A request does not wait for it. */
const writeInterval = 500;

/** Writes the entries of requests in batches. */
export interface StoredRequestLog extends RequestLog {
  /** @param version the version of the workspace that the request was authenticated in. Default: the current one. */
  record(workspace: string, entry: RequestLogEntry, version?: number): void;
  /** Drops the entries that are not written yet. */
  drop(workspace: string): void;
  /** Writes the entries that are not written yet, and stops. */
  close(): Promise<void>;
}

interface Unwritten {
  readonly entry: RequestLogEntry;
  readonly version: number | undefined;
}

export function createRequestLog(engine: Engine): StoredRequestLog {
  const unwritten = new Map<string, Unwritten[]>();
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();

  /** Drops the entries that cannot be written: they must not fill the memory while the database is unavailable. */
  async function writeAll(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const batches = [...unwritten];
    unwritten.clear();
    for (const [workspace, entries] of batches) await storeBatch(engine, workspace, entries.slice(-maxEntries));
  }

  /** Writes after the batches before, so that a reader gets those too. */
  function write(): Promise<void> {
    writing = writing.catch(() => {}).then(writeAll);
    return writing;
  }

  return {
    record(workspace, entry, version) {
      const entries = unwritten.get(workspace);
      if (!entries) unwritten.set(workspace, [{ entry, version }]);
      else if (entries.push({ entry, version }) >= 2 * maxEntries) entries.splice(0, maxEntries);
      timer ??= setTimeout(() => void write().catch(() => {}), writeInterval).unref();
    },
    async read(workspace, limit) {
      await write();
      await readClockState(engine.controlQuery, workspace);
      const statement = `select entries from giftoin_sandbox.request_log where workspace = $1 order by position desc`;
      const rows = await engine.controlQuery(statement, workspace);
      const batches = rows.map((row) => JSON.parse(String(row.entries)) as RequestLogEntry[]);
      // The batches of several processes overlap in time.
      return batches
        .flatMap((batch) => batch.toReversed())
        .sort((a, b) => b.time - a.time)
        .slice(0, limit);
    },
    async clear(workspace) {
      unwritten.delete(workspace);
      await engine.transaction('write', workspace, async (query) => {
        await bumpVersion(query, workspace);
        await deleteLog(query, workspace);
      });
      return undefined;
    },
    drop: (workspace) => void unwritten.delete(workspace),
    close: () => write(),
  };
}

/**
 * Deletes the request log of a workspace that has a new version. Other processes have entries of the versions before that
 * they have not written yet.
 */
export async function deleteLog(query: Query, workspace: string): Promise<void> {
  await query('update giftoin_sandbox.workspaces set log_from = version where workspace = $1', workspace);
  await query('delete from giftoin_sandbox.request_log where workspace = $1', workspace);
}

/** Stores a batch, and deletes the batches that are older than the last `maxEntries` requests. */
function storeBatch(engine: Engine, workspace: string, unwritten: readonly Unwritten[]): Promise<void> {
  return engine.transaction('request', workspace, async (query) => {
    const lock =
      'update giftoin_sandbox.workspaces set version = version where workspace = $1 returning version, log_from';
    const [row] = await query(lock, workspace);
    // The workspace was deleted, or is another one of the same name, or its log was cleared.
    if (!row) return;
    const [from, to] = [Number(row.log_from), Number(row.version)];
    const current = unwritten.filter(({ version = to }) => version >= from && version <= to);
    if (current.length === 0) return;
    await query(
      `insert into giftoin_sandbox.request_log (workspace, position, entry_count, entries)
      select $1, coalesce(max(position), 0) + 1, $2, $3 from giftoin_sandbox.request_log where workspace = $1`,
      workspace,
      current.length,
      JSON.stringify(current.map(({ entry }) => entry)),
    );
    const batches = await query(
      'select position, entry_count from giftoin_sandbox.request_log where workspace = $1 order by position desc',
      workspace,
    );
    let newerEntries = 0;
    const old = batches.find((batch) => {
      const isOld = newerEntries >= maxEntries;
      newerEntries += Number(batch.entry_count);
      return isOld;
    });
    if (!old) return;
    const statement = 'delete from giftoin_sandbox.request_log where workspace = $1 and position <= $2';
    await query(statement, workspace, old.position ?? 0);
  });
}
