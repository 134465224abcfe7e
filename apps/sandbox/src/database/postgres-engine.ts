import { type Engine, maxWaits, type Query, StoreUnavailableError, type TransactionKind, toLane } from './engine.ts';
import { createLanes } from './lanes.ts';
import { type Connection, openConnection } from './postgres-connection.ts';
import { createPool } from './postgres-pool.ts';
import { createTlsFallback } from './postgres-tls.ts';
import { type PostgresOptions, parsePostgresUrl } from './postgres-url.ts';

/** The PostgreSQL schema of the tables, so that their names do not conflict with other tables in the database. */
const schema = 'giftoin_sandbox';

/** The key of the advisory lock for migrations: any number that all processes share. */
const migrationLock = 4_020_4_021;

/** How long a statement may take outside of a transaction, in milliseconds. */
const queryTimeout = 5_000;

/** How long a statement of a transaction may take, in milliseconds. */
const transactionTimeout = 10_000;

/**
 * How transactions begin. Behind a pooler, settings can apply only to a transaction. A transaction whose client is out of
 * reach ends, so that it does not keep its locks.
 */
const begins: Readonly<Record<TransactionKind, string>> = {
  read: 'begin isolation level repeatable read read only',
  write: `begin; set local lock_timeout = '5s'; set local idle_in_transaction_session_timeout = '5s'`,
  request: `begin; set local lock_timeout = '2s'; set local idle_in_transaction_session_timeout = '5s'`,
};

/**
 * Creates an engine on a PostgreSQL database, which several processes can share. It connects at the first query.
 *
 * @param url for example `postgres://user:password@localhost:5432/giftoin`
 * @throws {Error} if the URL is not a PostgreSQL URL, or has something that is not supported
 */
export function createPostgresEngine(url: string): Engine {
  const options = parsePostgresUrl(url);
  const connectWithTls = createTlsFallback(options.tls, (tls) => openConnection(options, tls));
  const { api, request, control } = createPools(connectWithTls, options);
  const lanes = createLanes();
  const pools = { read: control, write: control, request };

  return {
    query: createQuery(api),
    controlQuery: createQuery(control),
    transaction: (kind, workspace, body) =>
      lanes(toLane(kind, workspace), maxWaits[kind], () =>
        pools[kind].use((connection) => runTransaction(connection, begins[kind], body)),
      ),
    anyOf: (parameter) => `= any(${parameter}::text[])`,
    itemsOf: (parameter) => `json_array_elements(${parameter}::json)`,
    now: 'cast(extract(epoch from clock_timestamp()) * 1000000 as bigint)',
    beforeMigrations: [`select pg_advisory_xact_lock(${migrationLock})`, `create schema if not exists ${schema}`],
    async close() {
      await Promise.all([api, request, control].map((pool) => pool.close()));
    },
  };
}

/** Creates a pool for each kind of use, so that none waits for the connections of another. */
function createPools(open: () => Promise<Connection>, { connectionLimit }: PostgresOptions) {
  if (connectionLimit < 3) {
    const shared = createPool(open, connectionLimit);
    return { api: shared, request: shared, control: shared };
  }
  const [requests, controls] = [Math.floor(connectionLimit / 4) || 1, Math.floor(connectionLimit / 3)];
  return {
    api: createPool(open, connectionLimit - requests - controls),
    request: createPool(open, requests),
    control: createPool(open, controls),
  };
}

type Pool = ReturnType<typeof createPool>;

function createQuery(pool: Pool): Query {
  return async (statement, ...values) => {
    let isLost = false;
    const run = () =>
      pool.use(async (connection) => {
        try {
          return await connection.query(statement, values, queryTimeout);
        } catch (error) {
          isLost = error instanceof StoreUnavailableError && !connection.isUsable();
          throw error;
        }
      });
    try {
      return await run();
    } catch (error) {
      // The server closes connections for many reasons. One statement that only reads can run again.
      if (!isLost || !/^select/.test(statement)) throw error;
      return run();
    }
  };
}

async function runTransaction<Result>(
  connection: Connection,
  begin: string,
  body: (query: Query) => Promise<Result>,
): Promise<Result> {
  try {
    await connection.query(begin, [], transactionTimeout);
    const result = await body((statement, ...values) => connection.query(statement, values, transactionTimeout));
    await connection.query('commit', [], transactionTimeout);
    return result;
  } catch (error) {
    if (connection.isUsable()) await connection.query('rollback', [], transactionTimeout).catch(connection.destroy);
    throw error;
  }
}
