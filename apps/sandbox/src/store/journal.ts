import type { JournalEntry } from '@giftoin/types/sandbox-control';
import { clockIn, lock } from './catalogue.ts';
import type { Engine } from './engine.ts';
import { Refused } from './refused.ts';

/** How many requests are kept of a workspace. */
const kept = 1_000;
/** How often what has been noted is written, in milliseconds: a request does not wait for it. */
const interval = 500;

/** Notes requests, and writes them in batches. */
export interface Journal {
  note(workspace: string, entry: JournalEntry): void;
  /** The last requests, the newest first. */
  read(workspace: string, limit: number): Promise<JournalEntry[]>;
  clear(workspace: string): Promise<undefined>;
  /** Writes what is noted, and stops. */
  close(): Promise<void>;
}

export function journalOn(engine: Engine): Journal {
  const noted = new Map<string, JournalEntry[]>();
  let timer: NodeJS.Timeout | undefined;

  function note(workspace: string, entry: JournalEntry): void {
    const entries = noted.get(workspace);
    if (!entries) noted.set(workspace, [entry]);
    else if (entries.push(entry) >= 2 * kept) entries.splice(0, kept);
    timer ??= setTimeout(() => void write().catch(() => {}), interval).unref();
  }

  /** What cannot be written is lost: a journal must not fill the memory while the database is away. */
  async function write(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const batches = [...noted];
    noted.clear();
    for (const [workspace, entries] of batches) {
      await append(engine, workspace, entries.slice(-kept)).catch((error: Error) => {
        if (!(error instanceof Refused)) throw error;
      });
    }
  }

  return {
    note,
    async read(workspace, limit) {
      await write();
      await clockIn(engine.query, workspace);
      const statement = 'select requests from journal where workspace = $1 order by position desc';
      const batches = (await engine.query(statement, workspace)).map((row) => JSON.parse(String(row.requests)));
      const entries: JournalEntry[] = batches.flatMap((batch: JournalEntry[]) => batch.toReversed());
      // Batches of several processes overlap in time.
      return entries.sort((one, other) => other.time - one.time).slice(0, limit);
    },
    async clear(workspace) {
      noted.delete(workspace);
      await clockIn(engine.query, workspace);
      await engine.query('delete from journal where workspace = $1', workspace);
      return undefined;
    },
    close: () => write(),
  };
}

function append(engine: Engine, workspace: string, entries: readonly JournalEntry[]): Promise<void> {
  return engine.transaction('write', async (query) => {
    // A workspace that was deleted meanwhile gets no journal.
    await lock(query, workspace);
    await query(
      `insert into journal (workspace, position, entries, requests)
      select $1, coalesce(max(position), 0) + 1, $2, $3 from journal where workspace = $1`,
      workspace,
      entries.length,
      JSON.stringify(entries),
    );
    const batches = await query(
      'select position, entries from journal where workspace = $1 order by position desc',
      workspace,
    );
    let sum = 0;
    const old = batches.find((row) => {
      const isOld = sum >= kept;
      sum += Number(row.entries);
      return isOld;
    });
    if (old) await query('delete from journal where workspace = $1 and position <= $2', workspace, old.position ?? 0);
  });
}
