import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { findFreePort } from './find-free-port.ts';
import { preparePrograms, spawnOptions } from './postgres-programs.ts';

/** A PostgreSQL server on this machine. It is removed with its data at the end. */
export interface Postgres {
  /** The connection URL, for example `postgres://postgres@127.0.0.1:12345/postgres`. It needs no password. */
  readonly url: string;
  /** Creates another database, and returns its URL. */
  createDatabase(): Promise<string>;
  /** Stops the server and closes every connection, in good order. */
  stop(): Promise<void>;
  /** Starts the server again, on the same port, with the same data. */
  start(): Promise<void>;
  /** Kills the server. */
  kill(): Promise<void>;
  remove(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

export interface PostgresServerOptions {
  /** The certificate and its key, as PEM. Default: no TLS. */
  readonly tls?: { readonly certificate: string; readonly key: string };
  /** The lines of `pg_hba.conf`, which say who may connect. Default: everyone, without a password. */
  readonly access?: readonly string[];
  /** The folder with the programs of another version. Default: those of the newest version. */
  readonly programs?: string;
}

/** Starts an empty PostgreSQL server. */
export async function startPostgres({ tls, access, programs: other }: PostgresServerOptions = {}): Promise<Postgres> {
  const folder = await mkdtemp(join(tmpdir(), 'giftoin-postgres-'));
  const data = join(folder, 'data');
  const clean = startCleaner(folder);
  let server: ChildProcess | undefined;
  const end = async (signal: NodeJS.Signals) => {
    if (server?.kill(signal)) await once(server, 'exit');
    server = undefined;
  };
  const remove = async () => {
    await end('SIGQUIT');
    await clean();
  };
  try {
    const programs = await preparePrograms(folder, other);
    const options = [
      '--no-sync',
      '--no-instructions',
      '-A',
      'trust',
      '-U',
      'postgres',
      '--locale=C',
      '--encoding=UTF8',
    ];
    await promisify(execFile)(join(programs, 'initdb'), ['-D', data, ...options], spawnOptions);
    const writeOwned = async (name: string, text: string) => {
      await writeFile(join(data, name), text, { mode: 0o600 });
      const { uid, gid } = spawnOptions;
      if (uid !== undefined && gid !== undefined) await chown(join(data, name), uid, gid);
    };
    if (access) await writeOwned('pg_hba.conf', `${access.join('\n')}\n`);
    if (tls) {
      await writeOwned('server.crt', tls.certificate);
      await writeOwned('server.key', tls.key);
    }
    const port = await findFreePort();
    const start = async () => {
      server = await runServer(join(programs, 'postgres'), [
        '-D',
        data,
        '-k',
        '',
        '-h',
        '127.0.0.1',
        '-p',
        String(port),
        ...(tls ? ['-c', 'ssl=on'] : []),
      ]);
    };
    await start();
    const url = `postgres://postgres@127.0.0.1:${port}`;
    let databases = 0;
    return {
      url: `${url}/postgres`,
      async createDatabase() {
        databases += 1;
        const client = new pg.Client(`${url}/postgres`);
        await client.connect();
        await client.query(`create database other_${databases}`).finally(() => client.end());
        return `${url}/other_${databases}`;
      },
      stop: () => end('SIGINT'),
      start,
      kill: () => end('SIGKILL'),
      remove,
      [Symbol.asyncDispose]: remove,
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** Starts PostgreSQL and waits until it accepts connections. After a crash, processes of the last run can block it briefly. */
async function runServer(program: string, options: string[]): Promise<ChildProcess> {
  for (let attempt = 1; ; attempt += 1) {
    const server = spawn(program, options, { stdio: ['ignore', 'ignore', 'pipe'], ...spawnOptions });
    let log = '';
    const isReady = await new Promise<boolean>((resolve) => {
      server.on('exit', () => resolve(false)).on('error', () => resolve(false));
      server.stderr.on('data', (chunk) => {
        log = `${log}${chunk}`.slice(-10_000);
        if (log.includes('ready to accept connections')) resolve(true);
      });
    });
    if (isReady) return server;
    if (attempt === 20) throw new Error(`PostgreSQL does not start: ${log}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Stops the server and removes the folder when this process ends, even if it is killed. */
function startCleaner(folder: string): () => Promise<void> {
  const script = `cat
    server=$(head -n 1 "$1/data/postmaster.pid") && kill -QUIT "$server" && while kill -0 "$server"; do sleep 0.1; done
    rm -rf "$1"`;
  // In a session of its own, which Ctrl-C does not reach. Its input ends with this process.
  const cleaner = spawn('/bin/sh', ['-c', script, 'sh', folder], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const exited = once(cleaner, 'exit');
  cleaner.unref();
  return async () => {
    cleaner.stdin.end();
    cleaner.ref();
    await exited;
  };
}
