import { Socket } from 'node:net';
import pg from 'pg';
import { type Row, StoreUnavailableError, type Value } from './engine.ts';
import { toStoreError } from './postgres-errors.ts';
import type { PostgresOptions, Tls } from './postgres-url.ts';

/** A connection to PostgreSQL, which runs one statement at a time. */
export interface Connection {
  /**
   * Runs a statement, or several without parameters.
   *
   * @param timeout in milliseconds. After it, the connection is destroyed: the server may be out of reach.
   */
  query(text: string, values: readonly Value[], timeout: number): Promise<Row[]>;
  /** Whether the connection can be used again. */
  isUsable(): boolean;
  /** Closes the connection without waiting for the server. */
  destroy(): void;
  /** Closes the connection in good order. */
  close(): Promise<void>;
}

/** @throws {StoreUnavailableError} if the server cannot be reached, or does not accept the connection */
export async function openConnection(options: PostgresOptions, tls: Tls): Promise<Connection> {
  const { host, port, user, password, database, applicationName, startupOptions, connectTimeout } = options;
  const socket = new Socket();
  const client = new pg.Client({
    host,
    port,
    user,
    database,
    application_name: applicationName,
    // Not the file ~/.pgpass, which pg reads if the password is undefined.
    password: () => password ?? process.env.PGPASSWORD ?? '',
    ssl: tls,
    stream: () => socket,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    types,
    ...(startupOptions !== undefined && { options: startupOptions }),
    ...(options.channelBinding !== 'disable' && tls && { enableChannelBinding: true }),
  });
  let isUsable = true;
  const lose = () => {
    isUsable = false;
  };
  // Without a listener, an error of an idle connection would end the process.
  client.on('error', lose).on('end', lose);
  const limit = createTimeLimit(() => {
    lose();
    socket.destroy();
  });
  if (options.channelBinding === 'require') requireChannelBinding(client);

  try {
    await limit(client.connect(), connectTimeout);
  } catch (error) {
    socket.destroy();
    throw toUnavailableError(error as Error);
  }
  return {
    async query(text, values, timeout) {
      try {
        const query: pg.QueryConfig = values.length > 0 ? { text, values: [...values] } : { text };
        if (options.preparedStatements && values.length > 0) query.name = getName(text);
        return (await limit(client.query<Row>(query), timeout)).rows;
      } catch (error) {
        throw isUsable ? toStoreError(error as Error) : toUnavailableError(error as Error);
      }
    },
    isUsable: () => isUsable,
    destroy() {
      lose();
      socket.destroy();
    },
    async close() {
      lose();
      await limit(client.end(), closeTimeout).catch(() => {});
    },
  };
}

/** How long the server may take to close a connection, in milliseconds. */
const closeTimeout = 1_000;

const names = new Map<string, string>();

/** The name of a prepared statement. The texts are a few, because they contain no values. */
function getName(text: string): string {
  const name = names.get(text) ?? `sandbox_${names.size + 1}`;
  names.set(text, name);
  return name;
}

/** All columns are text or bigint. The bigints are timestamps and counts, which JavaScript numbers can hold. */
const bigint = 20;
const types = {
  getTypeParser: (type: number) => (type === bigint ? Number : String),
} as unknown as pg.CustomTypesConfig;

/** Creates a function that ends a connection if a promise takes too long. */
function createTimeLimit(end: () => void) {
  return async <Result>(promise: Promise<Result>, timeout: number): Promise<Result> => {
    const { promise: expired, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(() => {
      reject(new Error(`PostgreSQL did not respond within ${timeout / 1_000} s`));
      end();
    }, timeout);
    try {
      return await Promise.race([promise, expired]);
    } finally {
      clearTimeout(timer);
    }
  };
}

/** pg uses channel binding if the server offers it. This refuses a server that does not. */
function requireChannelBinding(client: pg.Client): void {
  const { connection } = client as unknown as { connection: NodeJS.EventEmitter };
  let isOffered = false;
  const refuse = () => {
    if (!isOffered) connection.emit('error', new Error('The server does not support channel binding'));
  };
  connection.prependListener('authenticationSASL', ({ mechanisms }: { mechanisms: readonly string[] }) => {
    isOffered = mechanisms.includes('SCRAM-SHA-256-PLUS');
    refuse();
  });
  connection.prependListener('authenticationOk', refuse);
}

function toUnavailableError(error: Error): StoreUnavailableError {
  if (error instanceof StoreUnavailableError) return error;
  const { code, errors = [] } = error as Error & { readonly code?: string; readonly errors?: readonly Error[] };
  // A host name with several addresses has an error for each, and none of its own.
  const reason = error.message || errors.map(({ message }) => message).join(', ') || code;
  return new StoreUnavailableError(`The database is unavailable: ${reason}.`, { cause: error });
}
