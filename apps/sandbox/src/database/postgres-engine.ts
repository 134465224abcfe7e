import postgres from 'postgres';
import { type Engine, type Query, type Row, StoreUnavailableError, type Value } from './engine.ts';

/** The PostgreSQL schema of the tables, so that their names do not conflict with other tables in the database. */
const schema = 'giftoin_sandbox';

/** The key of the advisory lock for migrations: any number that all processes share. */
const migrationLock = 4_020_4_021;

/**
 * Creates an engine on a PostgreSQL database, which several processes can share. It connects at the first query.
 *
 * @param url for example `postgres://user:password@localhost:5432/giftoin`
 * @throws {Error} if the URL is not a PostgreSQL URL
 */
export function createPostgresEngine(url: string): Engine {
  if (!/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url)) {
    const example = 'postgres://user:password@localhost:5432/giftoin';
    throw new Error(`DATABASE_URL is not a PostgreSQL URL. Use a URL like ${example}.`);
  }
  const sql = postgres(url, {
    max: 8,
    connect_timeout: 2,
    backoff: () => 0.1,
    onnotice: () => {},
    connection: { search_path: schema, application_name: 'giftoin-sandbox' },
    // All columns are text or bigint. The bigints are timestamps and counts, which JavaScript numbers can hold.
    types: { bigint: { to: 20, from: [20], parse: Number, serialize: String } },
  });

  return {
    query: createQuery(sql),
    async transaction<Result>(kind: 'read' | 'write', body: (query: Query) => Promise<Result>): Promise<Result> {
      const mode = kind === 'write' ? '' : 'isolation level repeatable read read only';
      try {
        // postgres.js awaits the items of a result that is an array. An object around the result prevents that.
        const { result } = await sql.begin(mode, async (connection) => ({
          result: await runTransactionBody(connection, body),
        }));
        return result as Result;
      } catch (error) {
        throw toStoreError(error as PostgresError);
      }
    },
    anyOf: (parameter) => `= any(${parameter}::text[])`,
    beforeMigrations: [`select pg_advisory_xact_lock(${migrationLock})`, `create schema if not exists ${schema}`],
    close: () => sql.end({ timeout: 5 }),
  };
}

type Connection = Pick<postgres.Sql, 'unsafe'>;
type PostgresError = Error & { readonly code?: string };

function createQuery(connection: Connection): Query {
  return async (statement, ...values) => {
    try {
      return [...(await connection.unsafe<Row[]>(statement, toParameters(values), { prepare: true }))];
    } catch (error) {
      throw toStoreError(error as PostgresError);
    }
  };
}

/**
 * Runs the body of a transaction. If the connection is lost, the returned promise stays pending, and postgres.js rejects
 * the transaction. If the promise settled, postgres.js would first write to the lost connection, which ends the process
 * (https://github.com/porsager/postgres/issues/1208).
 */
async function runTransactionBody<Result>(
  connection: Connection,
  body: (query: Query) => Promise<Result>,
): Promise<Result> {
  const run = createQuery(connection);
  let isConnectionLost = false;
  const query: Query = async (statement, ...values) => {
    if (isConnectionLost) return pending;
    try {
      return await run(statement, ...values);
    } catch (error) {
      isConnectionLost = connectionLost.test(String(((error as Error).cause as PostgresError | undefined)?.code));
      throw error;
    }
  };
  try {
    return await body(query);
  } catch (error) {
    if (isConnectionLost) return pending;
    throw error;
  }
}

const pending = new Promise<never>(() => {});

function toParameters(values: readonly Value[]): (string | number | null | string[])[] {
  return values.map((value) => (typeof value === 'object' && value !== null ? [...value] : value));
}

/** The error codes of sockets and of postgres.js, and the PostgreSQL classes 08 (connection) and 57P (shutdown). */
const connectionLost = /^(E[A-Z]+|CONNECT(ION)?_[A-Z]+|08...|57P..)$/;
const insufficientResources = /^53...$/;

function toStoreError(error: PostgresError): Error {
  const { code } = error;
  if (code === undefined || !(connectionLost.test(code) || insufficientResources.test(code))) return error;
  return new StoreUnavailableError(`The database is unavailable (${code}).`, { cause: error });
}
