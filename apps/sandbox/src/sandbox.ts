import { type CloseOptions, isLoopback, type ListeningServer, RequestError } from '@giftoin/http';
import { defaultToken, invalidTokenMessage, isToken } from '@giftoin/simulator/control';
import { createDefaultWorld, defaultApiKeys, type LogEntry } from '@giftoin/simulator/sandbox';
import type { InitialApiKeys } from '@giftoin/types/sandbox-control';
import { startApi } from './api/server.ts';
import { findOriginProblem } from './control/origins.ts';
import { startControl } from './control/server.ts';
import { createStore, type SqlStore } from './store/index.ts';

export { defaultToken };

export interface SandboxOptions {
  /** The port of the API. 0 selects any free port. Default: 4020. */
  readonly port?: number | undefined;
  /** The address of the API. Default: 127.0.0.1, which only this machine can reach. */
  readonly host?: string | undefined;
  /** The port of the control API. 0 selects any free port. Default: 4021. */
  readonly controlPort?: number | undefined;
  /** The address of the control API. Default: 127.0.0.1, which only this machine can reach. */
  readonly controlHost?: string | undefined;
  /**
   * Names and addresses that requests can have in `Host` beside those of this machine. Default: none on a port that only
   * this machine can reach, else all.
   */
  readonly allowedHosts?: readonly string[] | undefined;
  /** The token of the control API. Required if other machines can reach it. Default: `sandbox-control`. */
  readonly token?: string | undefined;
  /** The exact origins whose pages can call the control API, for example `http://127.0.0.1:4030`. Default: none. */
  readonly controlOrigins?: readonly string[] | undefined;
  /** The SQLite file that stores the state. Default: in memory. */
  readonly data?: string | undefined;
  /** A PostgreSQL database to use instead, for example `postgres://user:password@localhost:5432/giftoin`. */
  readonly databaseUrl?: string | undefined;
  /** Called after every request to the API. Optional. */
  readonly log?: ((entry: LogEntry) => void) | undefined;
}

/** A running sandbox. */
export interface Sandbox {
  /** The origin of the API, for example `http://127.0.0.1:4020`. */
  readonly url: string;
  /** The origin of the control API, for example `http://127.0.0.1:4021`. */
  readonly controlUrl: string;
  /** The token of the control API. */
  readonly token: string;
  /** The initial API keys of the workspace `default`. */
  readonly apiKeys: InitialApiKeys;
  /** Stops the sandbox. Requests in progress have up to 10 seconds to complete. */
  close(options?: CloseOptions): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** How long requests in progress can take when the sandbox stops, in milliseconds. */
const closeTimeout = 10_000;

/**
 * Starts a sandbox in this process: the API on one port, and the control API on another.
 *
 * @throws {Error} if a port is in use, the database cannot be opened, an origin is not one, or other machines can reach the
 *   control API and the token is the default one
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port = 4020, host = '127.0.0.1', controlPort = 4021, controlHost = '127.0.0.1', log } = options;
  const { token = defaultToken, allowedHosts, controlOrigins = [] } = options;
  if (!isToken(token)) throw new Error(invalidTokenMessage);
  if (token === defaultToken && !isLoopback(controlHost)) {
    throw new Error(`Other machines can reach the control API on ${controlHost}. Set a token that is not the default.`);
  }
  const originProblem = findOriginProblem(controlOrigins);
  if (originProblem !== undefined) throw new Error(`One of the controlOrigins ${originProblem}`);
  const store = await openStore(options);
  const servers: ListeningServer[] = [];
  const close = async (closeOptions: CloseOptions = { drain: closeTimeout }) => {
    await Promise.all(servers.splice(0).map((server) => server.close(closeOptions)));
    await store.close();
  };
  try {
    await createDefaultWorkspace(store);
    const api = await startApi(store, { port, host, allowedHosts, log });
    servers.push(api);
    const control = await startControl(store, {
      port: controlPort,
      host: controlHost,
      allowedHosts,
      token,
      origins: controlOrigins,
    });
    servers.push(control);
    const closeOnce = once(close);
    return {
      url: api.url,
      controlUrl: control.url,
      token,
      apiKeys: defaultApiKeys,
      close: closeOnce,
      [Symbol.asyncDispose]: () => closeOnce(),
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openStore({ data = ':memory:', databaseUrl }: SandboxOptions): Promise<SqlStore> {
  // Imported on demand: most sandboxes use only one of the engines.
  const engine = databaseUrl
    ? (await import('./database/postgres-engine.ts')).createPostgresEngine(databaseUrl)
    : await (await import('./database/sqlite-engine.ts')).createSqliteEngine(data);
  try {
    return await createStore(engine);
  } catch (error) {
    await engine.close();
    throw error;
  }
}

/** Creates the workspace `default`, unless it already exists in the database. */
async function createDefaultWorkspace(store: SqlStore): Promise<void> {
  await store.createWorkspace('default', createDefaultWorld(Date.now()), defaultApiKeys).catch((error: Error) => {
    if (!(error instanceof RequestError)) throw error;
  });
}

function once(run: (options?: CloseOptions) => Promise<void>): (options?: CloseOptions) => Promise<void> {
  let result: Promise<void> | undefined;
  return (options) => {
    result ??= run(options);
    return result;
  };
}
