import type { SQLInputValue, StatementSync } from 'node:sqlite';
import { type Engine, type Query, type Row, StoreUnavailable, type Value } from './engine.ts';

/** How long a write waits for another process that writes to the same file, in milliseconds. */
const patience = 5_000;

/**
 * The embedded engine: one file, which several processes may share, or memory.
 *
 * @param file a path, or `:memory:`
 * @throws {Error} where the file cannot be opened, or this Node has no `node:sqlite`
 */
export async function sqliteEngine(file: string): Promise<Engine> {
  const { DatabaseSync } = await import('node:sqlite').catch(() => {
    const way = 'Use one, or: npx -p node@24 -p @giftoin/sandbox giftoin-sandbox';
    throw new Error(`The sandbox needs Node.js 22.13 or newer; this is ${process.version}. ${way}`);
  });
  const database = (() => {
    try {
      const opened = new DatabaseSync(file, { timeout: patience });
      // Full: what is acknowledged is on the disk, whatever ends.
      opened.exec('pragma journal_mode = wal; pragma synchronous = full');
      return opened;
    } catch (error) {
      const { message } = error as Error;
      throw new Error(`The database ${file} cannot be opened: ${message}. Give another file, or mend this one.`);
    }
  })();
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
    while (underWay) await underWay;
    return run(text, values);
  };

  return {
    query,
    async transaction(kind, body) {
      while (underWay) await underWay;
      const { promise, resolve } = Promise.withResolvers<void>();
      underWay = promise;
      try {
        run(kind === 'write' ? 'begin immediate' : 'begin', []);
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
    changes: () => ownCommits + Number(dataVersion ? run(dataVersion, [])[0]?.data_version : 0),
    anyOf: (place) => `in (select value from json_each(${place}))`,
    beforeMigrations: [],
    async close() {
      while (underWay) await underWay;
      database.close();
    },
  };
}

const places = /\$(\d+)/g;

function bindable(value: Value = null): SQLInputValue {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
}

// https://sqlite.org/rescode.html: busy, locked, I/O error, corrupt, full, cannot open.
const unavailable = new Set([5, 6, 10, 11, 13, 14]);

function explained(error: Error & { readonly errcode?: number }): Error {
  // The primary code is the low byte of the extended one.
  if (error.errcode === undefined || !unavailable.has(error.errcode & 0xff)) return error;
  return new StoreUnavailable(`The database does not answer: ${error.message}.`, { cause: error });
}
