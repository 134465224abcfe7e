import type { SQLInputValue, StatementSync } from 'node:sqlite';
import { type Engine, type Query, type Row, StoreUnavailableError, type Value } from './engine.ts';
import { hasErrorCode, isBusyError, retryWhileBusy } from './sqlite-errors.ts';

/**
 * Creates an engine on SQLite. Several processes can share a file.
 *
 * @param file a path, or `:memory:`
 * @throws {Error} if the file cannot be opened, or this Node.js has no `node:sqlite`
 */
export async function createSqliteEngine(file: string): Promise<Engine> {
  const { DatabaseSync } = await import('node:sqlite').catch(() => {
    const hint = 'Update Node.js, or run: npx -p node@24 -p @giftoin/sandbox giftoin-sandbox';
    throw new Error(`The sandbox requires Node.js 22.13 or newer. This is ${process.version}. ${hint}`);
  });
  const database = await retryWhileBusy(() => {
    // No timeout in SQLite: it would block the thread, which can be the one that holds the lock.
    const opened = new DatabaseSync(file, { timeout: 0 });
    try {
      // Full: a committed transaction is on the disk, even if the machine loses power.
      opened.exec('pragma journal_mode = wal; pragma synchronous = full');
      return opened;
    } catch (error) {
      opened.close();
      throw error;
    }
  }).catch(({ message }: Error) => {
    throw new Error(`The database ${file} cannot be opened: ${message}. Use another file, or repair this one.`);
  });
  const statements = new Map<string, { statement: StatementSync; order: readonly number[] }>();

  function run(text: string, values: readonly Value[]): Row[] {
    try {
      let prepared = statements.get(text);
      if (!prepared) {
        // Positional parameters are faster than named ones.
        const order = [...text.matchAll(parameters)].map(([, number]) => Number(number) - 1);
        prepared = { statement: database.prepare(text.replaceAll(parameters, '?')), order };
        statements.set(text, prepared);
      }
      // All columns are text or bigint, so that the rows have only strings, numbers and nulls.
      return prepared.statement.all(...prepared.order.map((index) => toSqlValue(values[index]))) as Row[];
    } catch (error) {
      throw toStoreError(error as SqliteError);
    }
  }

  // `data_version` counts the commits of other connections only. The sum with the own commits counts all.
  const dataVersion = file === ':memory:' ? undefined : 'pragma data_version';
  let ownCommits = 0;

  // There is one connection. Queries wait until a transaction ends, because they would be part of it otherwise.
  let transactionEnd: Promise<void> | undefined;
  const query: Query = async (text, ...values) => {
    return retryWhileBusy(async () => {
      while (transactionEnd) await transactionEnd;
      return run(text, values);
    });
  };

  return {
    query,
    async transaction(kind, body) {
      while (transactionEnd) await transactionEnd;
      const { promise, resolve } = Promise.withResolvers<void>();
      transactionEnd = promise;
      try {
        await retryWhileBusy(() => run(kind === 'write' ? 'begin immediate' : 'begin', []));
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
        transactionEnd = undefined;
        resolve();
      }
    },
    readChangeCount: () => ownCommits + Number(dataVersion ? run(dataVersion, [])[0]?.data_version : 0),
    anyOf: (parameter) => `in (select value from json_each(${parameter}))`,
    beforeMigrations: [],
    async close() {
      while (transactionEnd) await transactionEnd;
      database.close();
    },
  };
}

type SqliteError = Error & { readonly errcode?: number };

const parameters = /\$(\d+)/g;

function toSqlValue(value: Value = null): SQLInputValue {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
}

/** I/O error, corrupt, full, and cannot open (https://sqlite.org/rescode.html). */
const unavailable = [10, 11, 13, 14];

function toStoreError(error: SqliteError): Error {
  if (!isBusyError(error) && !hasErrorCode(error, unavailable)) return error;
  return new StoreUnavailableError(`The database is unavailable: ${error.message}.`, { cause: error });
}
