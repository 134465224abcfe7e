import type { SQLInputValue, StatementSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Engine, type Query, type Row, StoreUnavailableError, type Value } from './engine.ts';

/** How long a write waits for others that write to the same file, in milliseconds. */
const patience = 5_000;

/** How long it waits before it tries again, in milliseconds at most. */
const pause = 10;

/**
 * The embedded engine: one file, which several processes may share, or memory.
 *
 * @param file a path, or `:memory:`
 * @throws {Error} where the file cannot be opened, or this Node has no `node:sqlite`
 */
export async function createSqliteEngine(file: string): Promise<Engine> {
  const { DatabaseSync } = await import('node:sqlite').catch(() => {
    const way = 'Use one, or: npx -p node@24 -p @giftoin/sandbox giftoin-sandbox';
    throw new Error(`The sandbox needs Node.js 22.13 or newer; this is ${process.version}. ${way}`);
  });
  const database = await unlessBusy(() => {
    // SQLite itself waits in the one thread that serves requests, and that the other writer may be in: nobody waits there.
    const opened = new DatabaseSync(file, { timeout: 0 });
    try {
      // Full: what is acknowledged is on the disk, whatever ends.
      opened.exec('pragma journal_mode = wal; pragma synchronous = full');
      return opened;
    } catch (error) {
      opened.close();
      throw error;
    }
  }).catch(({ message }: Error) => {
    throw new Error(`The database ${file} cannot be opened: ${message}. Give another file, or mend this one.`);
  });
  const statements = new Map<string, { statement: StatementSync; order: readonly number[] }>();

  function run(text: string, values: readonly Value[]): Row[] {
    try {
      let prepared = statements.get(text);
      if (!prepared) {
        // By their places is the faster way to bind values.
        const order = [...text.matchAll(places)].map(([, number]) => Number(number) - 1);
        prepared = { statement: database.prepare(text.replaceAll(places, '?')), order };
        statements.set(text, prepared);
      }
      // The column types of the schema are text and bigint alone, which are rows of text, numbers and nulls.
      return prepared.statement.all(...prepared.order.map((at) => bindable(values[at]))) as Row[];
    } catch (error) {
      throw explained(error as Error & { readonly errcode?: number });
    }
  }

  // Counts the commits of others, those of this connection do not show in it: the sum of both grows with either.
  const dataVersion = file === ':memory:' ? undefined : 'pragma data_version';
  let ownCommits = 0;

  // There is one connection: what comes during a transaction waits, or it would be part of it.
  let underWay: Promise<void> | undefined;
  const query: Query = async (text, ...values) => {
    return unlessBusy(async () => {
      while (underWay) await underWay;
      return run(text, values);
    });
  };

  return {
    query,
    async transaction(kind, body) {
      while (underWay) await underWay;
      const { promise, resolve } = Promise.withResolvers<void>();
      underWay = promise;
      try {
        await unlessBusy(() => run(kind === 'write' ? 'begin immediate' : 'begin', []));
        try {
          const result = await body(async (text, ...values) => run(text, values));
          run('commit', []);
          if (kind === 'write') ownCommits += 1;
          return result;
        } catch (error) {
          if (database.isTransaction) run('rollback', []);
          throw error;
        }
      } finally {
        underWay = undefined;
        resolve();
      }
    },
    readChangeCount: () => ownCommits + Number(dataVersion ? run(dataVersion, [])[0]?.data_version : 0),
    anyOf: (place) => `in (select value from json_each(${place}))`,
    beforeMigrations: [],
    async close() {
      while (underWay) await underWay;
      database.close();
    },
  };
}

/** Tries again, for as long as its patience lasts, where another writes. */
async function unlessBusy<Result>(attempt: () => Result | Promise<Result>): Promise<Result> {
  const until = Date.now() + patience;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (!isBusy(error) || Date.now() > until) throw error;
    }
    // Not all at once, or they would be in each other's way again.
    await sleep(Math.random() * pause);
  }
}

function isBusy(error: unknown): boolean {
  const { errcode, cause } = error as { readonly errcode?: number; readonly cause?: unknown };
  if (errcode === undefined) return cause !== undefined && isBusy(cause);
  return isOneOf(errcode, [busy, locked]);
}

const places = /\$(\d+)/g;

function bindable(value: Value = null): SQLInputValue {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
}

// https://sqlite.org/rescode.html: the last four are I/O error, corrupt, full, and cannot open.
const [busy, locked] = [5, 6];
const unavailable = [busy, locked, 10, 11, 13, 14];

function explained(error: Error & { readonly errcode?: number }): Error {
  if (error.errcode === undefined || !isOneOf(error.errcode, unavailable)) return error;
  return new StoreUnavailableError(`The database does not answer: ${error.message}.`, { cause: error });
}

/** The primary code is the low byte of the extended one. */
function isOneOf(errcode: number, codes: readonly number[]): boolean {
  return codes.includes(errcode & 0xff);
}
