import { RequestError } from '@giftoin/http';
import type { RequestLog } from '@giftoin/simulator/sandbox';
import type { RequestLogEntry } from '@giftoin/types/sandbox-control';
import type { Engine } from '../database/engine.ts';
import { lockWorkspace, readClockState } from './workspace-version.ts';

/** How many requests of a workspace are kept. */
const maxEntries = 1_000;
/** How often new entries are written, in milliseconds. A request does not wait for it. */
const writeInterval = 500;

/** Records requests, and writes them in batches. */
export interface StoredRequestLog extends RequestLog {
  /** Writes the entries that are not written yet, and stops. */
  close(): Promise<void>;
}

export function createRequestLog(engine: Engine): StoredRequestLog {
  const unwritten = new Map<string, RequestLogEntry[]>();
  let timer: NodeJS.Timeout | undefined;

  /** Drops the entries that cannot be written: they must not fill the memory while the database is unavailable. */
  async function write(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const batches = [...unwritten];
    unwritten.clear();
    for (const [workspace, entries] of batches) {
      await storeBatch(engine, workspace, entries.slice(-maxEntries)).catch((error: Error) => {
        // The workspace was deleted.
        if (!(error instanceof RequestError)) throw error;
      });
    }
  }

  return {
    record(workspace, entry) {
      const entries = unwritten.get(workspace);
      if (!entries) unwritten.set(workspace, [entry]);
      else if (entries.push(entry) >= 2 * maxEntries) entries.splice(0, maxEntries);
      timer ??= setTimeout(() => void write().catch(() => {}), writeInterval).unref();
    },
    async read(workspace, limit) {
      await write();
      await readClockState(engine.controlQuery, workspace);
      const statement = 'select entries from giftoin_sandbox.request_log where workspace = $1 order by position desc';
      const batches = (await engine.controlQuery(statement, workspace)).map((row) => JSON.parse(String(row.entries)));
      const entries: RequestLogEntry[] = batches.flatMap((batch: RequestLogEntry[]) => batch.toReversed());
      // The batches of several processes overlap in time.
      return entries.sort((a, b) => b.time - a.time).slice(0, limit);
    },
    async clear(workspace) {
      unwritten.delete(workspace);
      await readClockState(engine.controlQuery, workspace);
      await engine.controlQuery('delete from giftoin_sandbox.request_log where workspace = $1', workspace);
      return undefined;
    },
    close: () => write(),
  };
}

/** Stores a batch, and deletes the batches that are older than the last `maxEntries` requests. */
function storeBatch(engine: Engine, workspace: string, entries: readonly RequestLogEntry[]): Promise<void> {
  return engine.transaction('request', workspace, async (query) => {
    await lockWorkspace(query, workspace);
    await query(
      `insert into giftoin_sandbox.request_log (workspace, position, entry_count, entries)
      select $1, coalesce(max(position), 0) + 1, $2, $3 from giftoin_sandbox.request_log where workspace = $1`,
      workspace,
      entries.length,
      JSON.stringify(entries),
    );
    const batches = await query(
      'select position, entry_count from giftoin_sandbox.request_log where workspace = $1 order by position desc',
      workspace,
    );
    let newerEntries = 0;
    const old = batches.find((row) => {
      const isOld = newerEntries >= maxEntries;
      newerEntries += Number(row.entry_count);
      return isOld;
    });
    if (!old) return;
    await query(
      'delete from giftoin_sandbox.request_log where workspace = $1 and position <= $2',
      workspace,
      old.position ?? 0,
    );
  });
}
