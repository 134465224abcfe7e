import { StoreUnavailableError } from './engine.ts';
import type { Connection } from './postgres-connection.ts';

/** Lends connections, and opens them on demand. */
export interface Pool {
  /** Runs an action with a connection of its own. */
  use<Result>(action: (connection: Connection) => Promise<Result>): Promise<Result>;
  /** Closes the connections. Those in use are closed when they are returned. */
  close(): Promise<void>;
}

/** How long to wait for a connection, in milliseconds. */
const waitTimeout = 5_000;

/** How long to wait for a database that could not be reached at the last attempt, in milliseconds. */
const recoveryTimeout = 500;

interface Waiter {
  resolve(connection: Connection): void;
  reject(error: Error): void;
}

/** @param max the largest number of connections */
export function createPool(open: () => Promise<Connection>, max: number): Pool {
  const idle: Connection[] = [];
  const waiters = new Set<Waiter>();
  let count = 0;
  let opening = 0;
  let lastFailure: Error | undefined;
  let isClosed = false;

  /** Opens a connection for the first waiter, unless there are enough. */
  function grow(): void {
    if (count >= max || waiters.size <= opening) return;
    // A database that cannot be reached gets one attempt at a time.
    if (lastFailure && opening > 0) return;
    count += 1;
    opening += 1;
    open().then(
      (connection) => {
        opening -= 1;
        lastFailure = undefined;
        release(connection);
        grow();
      },
      (error: Error) => {
        opening -= 1;
        count -= 1;
        lastFailure = error;
        for (const waiter of waiters) waiter.reject(error);
      },
    );
  }

  function release(connection: Connection): void {
    if (isClosed || !connection.isUsable()) {
      discard(connection);
      return;
    }
    const [next] = waiters;
    if (next) next.resolve(connection);
    else idle.push(connection);
  }

  function discard(connection: Connection): void {
    connection.destroy();
    count -= 1;
    grow();
  }

  async function acquire(): Promise<Connection> {
    if (isClosed) throw new StoreUnavailableError('The database is closed.');
    for (let connection = idle.pop(); connection; connection = idle.pop()) {
      if (connection.isUsable()) return connection;
      discard(connection);
    }
    const { promise, resolve, reject } = Promise.withResolvers<Connection>();
    const timeout = lastFailure ? recoveryTimeout : waitTimeout;
    const timer = setTimeout(() => {
      waiter.reject(
        lastFailure ?? new StoreUnavailableError('The database is unavailable: all connections are in use.'),
      );
    }, timeout);
    // A waiter leaves at once, so that no second connection is given to it.
    const leave = () => {
      clearTimeout(timer);
      waiters.delete(waiter);
    };
    const waiter: Waiter = {
      resolve(connection) {
        leave();
        resolve(connection);
      },
      reject(error) {
        leave();
        reject(error);
      },
    };
    waiters.add(waiter);
    grow();
    return promise;
  }

  return {
    async use(action) {
      const connection = await acquire();
      try {
        return await action(connection);
      } finally {
        // If the server does not respond on one connection, it does not on the others either.
        if (!connection.isUsable()) for (const other of idle.splice(0)) discard(other);
        release(connection);
      }
    },
    async close() {
      isClosed = true;
      await Promise.all(idle.splice(0).map((connection) => connection.close()));
    },
  };
}
