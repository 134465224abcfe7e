import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { type Row, StoreUnavailableError, type Value } from './engine.ts';
import { hasErrorCode, isBusyError, retryWhileBusy } from './sqlite-errors.ts';

/** A connection to a SQLite database, with its prepared statements. */
export interface SqliteConnection {
  /** @throws {StoreUnavailableError} if another connection writes, or the file cannot be used */
  run(text: string, values?: readonly Value[]): Row[];
  isInTransaction(): boolean;
  close(): void;
}

/**
 * Opens a database.
 *
 * @param file a path, or `:memory:`
 * @throws {Error} if the file cannot be opened or is of another program, or this Node.js has no `node:sqlite`
 */
export async function openSqlite(file: string): Promise<SqliteConnection> {
  const { DatabaseSync } = await import('node:sqlite').catch(() => {
    const hint = 'Update Node.js, or run: npx -p node@24 -p @giftoin/sandbox giftoin-sandbox';
    throw new Error(`The sandbox requires Node.js 22.13 or newer. This is ${process.version}. ${hint}`);
  });
  const database = await retryWhileBusy(() => {
    // No timeout in SQLite: it would block the thread, which can be the one that holds the lock.
    const opened = new DatabaseSync(file, { timeout: 0 });
    try {
      rejectForeignTables(opened);
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

  return {
    run(text, values = []) {
      try {
        let prepared = statements.get(text);
        if (!prepared) {
          prepared = prepare(database, text);
          statements.set(text, prepared);
        }
        // All columns are text or bigint, so that the rows have only strings, numbers and nulls.
        return prepared.statement.all(...prepared.order.map((index) => toSqlValue(values[index]))) as Row[];
      } catch (error) {
        throw toStoreError(error as SqliteError);
      }
    },
    isInTransaction: () => database.isTransaction,
    close: () => database.close(),
  };
}

/** A file of another program would not only be useless: the sandbox would add its tables to it. */
function rejectForeignTables(database: DatabaseSync): void {
  const names = database.prepare(`select name from sqlite_master where type = 'table'`).all();
  const isOwn = names.some(({ name }) => name === 'migrations') && names.some(({ name }) => name === 'card_quantities');
  if (names.length > 0 && !isOwn) throw new Error('it contains the tables of another program');
}

const parameters = /\$(\d+)/g;

/** Positional parameters are faster than named ones. SQLite has no schema of the sandbox: the file is its own. */
function prepare(database: DatabaseSync, text: string) {
  const order = [...text.matchAll(parameters)].map(([, number]) => Number(number) - 1);
  const sql = text.replaceAll(parameters, '?').replaceAll('giftoin_sandbox.', '');
  return { statement: database.prepare(sql), order };
}

function toSqlValue(value: Value = null): SQLInputValue {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
}

type SqliteError = Error & { readonly errcode?: number };

/** I/O error, corrupt, full, and cannot open (https://sqlite.org/rescode.html). */
const unavailable = [10, 11, 13, 14];

function toStoreError(error: SqliteError): Error {
  if (!isBusyError(error) && !hasErrorCode(error, unavailable)) return error;
  return new StoreUnavailableError(`The database is unavailable: ${error.message}.`, { cause: error });
}
