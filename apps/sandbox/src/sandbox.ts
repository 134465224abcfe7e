import type { InitialApiKeys } from '@giftoin/types/sandbox-control';
import type { LogEntry } from './api/log-entry.ts';
import { startApi } from './api/server.ts';
import { isLoopback } from './control/loopback.ts';
import { startControl } from './control/server.ts';
import { defaultToken, isToken, noToken } from './control/token.ts';
import { createStore, defaultApiKeys, RequestError, type Store } from './store/index.ts';
import { createDefaultWorld } from './world/default-world.ts';

export { defaultToken };

export interface SandboxOptions {
  /** The port of the API; 0 takes any free one. 4020 where not given. */
  readonly port?: number | undefined;
  /** The address of the API; only this machine reaches the default, 127.0.0.1. */
  readonly host?: string | undefined;
  /** The port of the control side; 0 takes any free one. 4021 where not given. */
  readonly controlPort?: number | undefined;
  /** The address of the control side; only this machine reaches the default, 127.0.0.1. */
  readonly controlHost?: string | undefined;
  /** The token of the control side; `sandbox-control` where not given, which other machines may not use. */
  readonly token?: string | undefined;
  /** The file that keeps the state; in memory where not given, gone at the end. */
  readonly data?: string | undefined;
  /** A PostgreSQL that keeps the state instead, such as `postgres://user:password@localhost:5432/giftoin`. */
  readonly databaseUrl?: string | undefined;
  /** Is told of every answered request; nobody is where not given. */
  readonly log?: ((entry: LogEntry) => void) | undefined;
}

/** A running sandbox. */
export interface Sandbox {
  /** The origin of the API, such as `http://127.0.0.1:4020`. */
  readonly url: string;
  /** The origin of the control side, such as `http://127.0.0.1:4021`. */
  readonly controlUrl: string;
  readonly token: string;
  /** The keys of the workspace `default`, each for a situation of its own. */
  readonly apiKeys: InitialApiKeys;
  /** Ends after the answers under way, for which it waits up to 10 s. What was acknowledged is kept. */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** How long answers under way may take when the sandbox ends, in milliseconds. */
const drain = 10_000;

/**
 * Starts a sandbox in this process: the API on one port, its control side on another.
 *
 * @throws {Error} where a port is taken, the database cannot be opened, or other machines could control it without a token
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port = 4020, host = '127.0.0.1', controlPort = 4021, controlHost = '127.0.0.1', log } = options;
  const { token = defaultToken } = options;
  if (!isToken(token)) throw new Error(noToken);
  if (token === defaultToken && !isLoopback(controlHost)) {
    throw new Error(`Other machines reach the control side on ${controlHost}: give it a token of its own.`);
  }
  const store = await storeOf(options);
  const running: { close(drain: number): Promise<void> }[] = [];
  const close = async () => {
    await Promise.all(running.splice(0).map((server) => server.close(drain)));
    await store.close();
  };
  try {
    await createDefault(store);
    const api = await startApi(store, { port, host, log });
    running.push(api);
    const control = await startControl(store, { port: controlPort, host: controlHost, token });
    running.push(control);
    const ended = once(close);
    return {
      url: api.url,
      controlUrl: control.url,
      token,
      apiKeys: defaultApiKeys,
      close: ended,
      [Symbol.asyncDispose]: ended,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function storeOf({ data = ':memory:', databaseUrl }: SandboxOptions): Promise<Store> {
  // Each engine is loaded where it is used: most sandboxes never speak to a PostgreSQL.
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

/** The workspace `default`, unless it is there from before or another process makes it. */
async function createDefault(store: Store): Promise<void> {
  await store.createWorkspace('default', createDefaultWorld(Date.now()), defaultApiKeys).catch((error: Error) => {
    if (!(error instanceof RequestError)) throw error;
  });
}

function once(run: () => Promise<void>): () => Promise<void> {
  let ran: Promise<void> | undefined;
  return () => {
    ran ??= run();
    return ran;
  };
}
