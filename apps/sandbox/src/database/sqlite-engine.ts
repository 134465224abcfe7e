import { setTimeout as sleep } from 'node:timers/promises';
import { type Engine, maxWaits, type Query, toLane } from './engine.ts';
import { createLanes } from './lanes.ts';
import { openSqlite, type SqliteConnection } from './sqlite-connection.ts';
import { retryWhileBusy } from './sqlite-errors.ts';

/** How long a transaction may hold the event loop at a time, in milliseconds. A single statement can take longer. */
const maxHold = 2;
/** How long it then pauses, in milliseconds. A request needs several turns of the event loop. */
const pause = 3;

/**
 * Creates an engine on SQLite. Several processes can share a file.
 *
 * @param file a path, or `:memory:`
 * @throws {Error} if the file cannot be opened or is of another program, or this Node.js has no `node:sqlite`
 */
export async function createSqliteEngine(file: string): Promise<Engine> {
  const writer = await openSqlite(file);
  // A database in memory has only one connection. In a file, a transaction does not delay what other connections read.
  const isShared = file === ':memory:';
  const api = isShared ? writer : await openSqlite(file);
  const control = isShared ? writer : await openSqlite(file);
  const lanes = createLanes();
  const ends = new Map<SqliteConnection, Promise<unknown>>();
  let ownCommits = 0;

  /** Runs an action after the transaction that the connection is in. */
  function createQuery(connection: SqliteConnection): Query {
    return (text, ...values) =>
      retryWhileBusy(async () => {
        for (let end = ends.get(connection); end; end = ends.get(connection)) await end;
        return connection.run(text, values);
      });
  }

  async function runTransaction<Result>(
    connection: SqliteConnection,
    begin: string,
    body: (query: Query) => Promise<Result>,
  ): Promise<Result> {
    const { promise: end, resolve } = Promise.withResolvers<void>();
    ends.set(connection, end);
    try {
      await retryWhileBusy(() => connection.run(begin));
      const query = createYieldingQuery(connection);
      try {
        const result = await body(query);
        connection.run('commit');
        return result;
      } catch (error) {
        if (connection.isInTransaction()) connection.run('rollback');
        throw error;
      }
    } finally {
      ends.delete(connection);
      resolve();
    }
  }

  return {
    query: createQuery(api),
    controlQuery: createQuery(control),
    transaction: (kind, workspace, body) => {
      const connection = kind === 'read' ? control : writer;
      const begin = kind === 'read' ? 'begin' : 'begin immediate';
      // A workspace waits for the connection once, however many changes wait in it.
      return lanes(toLane(kind, workspace), maxWaits[kind], () =>
        lanes(connection === writer ? 'each change' : 'each read', maxWaits[kind], async () => {
          const result = await runTransaction(connection, begin, body);
          if (kind !== 'read') ownCommits += 1;
          return result;
        }),
      );
    },
    // `data_version` counts the commits of other connections. If there are none, the own ones count.
    readChangeCount: isShared ? () => ownCommits : () => Number(api.run('pragma data_version')[0]?.data_version),
    anyOf: (parameter) => `in (select value from json_each(${parameter}))`,
    itemsOf: (parameter) => `json_each(${parameter})`,
    now: undefined,
    beforeMigrations: [],
    async close() {
      await Promise.all(ends.values());
      for (const connection of new Set([api, control, writer])) connection.close();
    },
  };
}

/** Creates a function that runs the statements of a transaction, and lets others use the event loop from time to time. */
function createYieldingQuery(connection: SqliteConnection): Query {
  let since = performance.now();
  return async (text, ...values) => {
    if (performance.now() - since > maxHold) {
      await sleep(pause);
      since = performance.now();
    }
    return connection.run(text, values);
  };
}
