import postgres from 'postgres';
import { type Engine, type Query, type Row, StoreUnavailableError, type Value } from './engine.ts';

/** The schema of the sandbox's tables, so that they do not meet others in the same database. */
const schema = 'giftoin_sandbox';

// Any number will do, as long as every process takes the same.
const migrationLock = 4_020_4_021;

/**
 * A PostgreSQL that several processes may share.
 *
 * @param url such as `postgres://user:password@localhost:5432/giftoin`
 * @throws {Error} where it is no such URL; one that nobody answers is found out at the first query
 */
export function createPostgresEngine(url: string): Engine {
  if (!/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url)) {
    throw new Error('DATABASE_URL is no URL of a PostgreSQL, such as postgres://user:password@localhost:5432/giftoin.');
  }
  const sql = postgres(url, {
    max: 8,
    connect_timeout: 2,
    backoff: () => 0.1,
    onnotice: () => {},
    connection: { search_path: schema, application_name: 'giftoin-sandbox' },
    // The column types of the schema are text and bigint alone; these bigints are times and counts, which fit.
    types: { bigint: { to: 20, from: [20], parse: Number, serialize: String } },
  });

  const queryOf = (connection: Connection): Query => {
    return async (text, ...values) => {
      try {
        return [...(await connection.unsafe<Row[]>(text, parameters(values), { prepare: true }))];
      } catch (error) {
        throw explained(error as Error & { readonly code?: string });
      }
    };
  };

  /**
   * Runs the body of a transaction, and never ends where its connection was lost: postgres.js then lets the transaction
   * fail, but if it had a body that ended, it would first write to the connection that is gone, which ends the process
   * (https://github.com/porsager/postgres/issues/1208).
   */
  async function unlessLost<Result>(connection: Connection, body: (query: Query) => Promise<Result>): Promise<Result> {
    const run = queryOf(connection);
    let isLost = false;
    const query: Query = async (text, ...values) => {
      if (isLost) return forever;
      try {
        return await run(text, ...values);
      } catch (error) {
        isLost = lost.test(String(((error as Error).cause as { code?: string } | undefined)?.code));
        throw error;
      }
    };
    try {
      return await body(query);
    } catch (error) {
      if (isLost) return forever;
      throw error;
    }
  }

  return {
    query: queryOf(sql),
    async transaction<Result>(kind: 'read' | 'write', body: (query: Query) => Promise<Result>): Promise<Result> {
      const mode = kind === 'write' ? '' : 'isolation level repeatable read read only';
      try {
        // postgres.js unwraps arrays of promises from a result; a record around it keeps it as it is.
        const { result } = await sql.begin(mode, async (connection) => ({
          result: await unlessLost(connection, body),
        }));
        return result as Result;
      } catch (error) {
        throw explained(error as Error & { readonly code?: string });
      }
    },
    anyOf: (place) => `= any(${place}::text[])`,
    beforeMigrations: [`select pg_advisory_xact_lock(${migrationLock})`, `create schema if not exists ${schema}`],
    close: () => sql.end({ timeout: 5 }),
  };
}

type Connection = Pick<postgres.Sql, 'unsafe'>;

function parameters(values: readonly Value[]): (string | number | null | string[])[] {
  return values.map((value) => (typeof value === 'object' && value !== null ? [...value] : value));
}

// The socket's errors, postgres.js' own, and PostgreSQL's classes 08 (connection) and 57P (shutdown).
const lost = /^(E[A-Z]+|CONNECT(ION)?_[A-Z]+|08...|57P..)$/;
const shortOfResources = /^53...$/;

const forever = new Promise<never>(() => {});

function explained(error: Error & { readonly code?: string }): Error {
  if (error.code === undefined || !(lost.test(error.code) || shortOfResources.test(error.code))) return error;
  return new StoreUnavailableError(`The database does not answer (${error.code}).`, { cause: error });
}
