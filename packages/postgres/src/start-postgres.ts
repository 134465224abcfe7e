import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import postgres from 'postgres';
import { as, programsIn } from './postgres-programs.ts';

/** A PostgreSQL of one's own, on this machine, that is gone with its data at the end. */
export interface Postgres {
  /** Such as `postgres://postgres@127.0.0.1:12345/postgres`: anybody may. */
  readonly url: string;
  /** Makes another database in it, and returns its URL. */
  createDatabase(): Promise<string>;
  /** Ends it in good order, and every connection. */
  stop(): Promise<void>;
  /** Starts it again, on the same port, with the same data. */
  start(): Promise<void>;
  /** Ends it in no order at all. */
  kill(): Promise<void>;
  remove(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Starts a PostgreSQL that has nothing stored yet. */
export async function startPostgres(): Promise<Postgres> {
  const folder = await mkdtemp(join(tmpdir(), 'giftoin-postgres-'));
  const data = join(folder, 'data');
  const cleaned = cleanerOf(folder);
  let server: ChildProcess | undefined;
  const end = async (signal: NodeJS.Signals) => {
    if (server?.kill(signal)) await once(server, 'exit');
    server = undefined;
  };
  const remove = async () => {
    await end('SIGQUIT');
    await cleaned();
  };
  try {
    const programs = await programsIn(folder);
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
    await promisify(execFile)(join(programs, 'initdb'), ['-D', data, ...options], as);
    const port = await freePort();
    const start = async () => {
      server = await started(join(programs, 'postgres'), ['-D', data, '-k', '', '-h', '127.0.0.1', '-p', String(port)]);
    };
    await start();
    const url = `postgres://postgres@127.0.0.1:${port}`;
    let databases = 0;
    return {
      url: `${url}/postgres`,
      async createDatabase() {
        databases += 1;
        const sql = postgres(`${url}/postgres`, { max: 1 });
        await sql.unsafe(`create database other_${databases}`).finally(() => sql.end());
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

/** Runs PostgreSQL until it takes connections. After a crash the processes of the last one may be in its way for a moment. */
async function started(program: string, options: string[]): Promise<ChildProcess> {
  for (let attempt = 1; ; attempt += 1) {
    const server = spawn(program, options, { stdio: ['ignore', 'ignore', 'pipe'], ...as });
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
    await new Promise((soon) => setTimeout(soon, 50));
  }
}

/** Ends and removes what is in the folder at the end of this process too, however that comes: a test may be killed. */
function cleanerOf(folder: string): () => Promise<void> {
  const script = `cat
    server=$(head -n 1 "$1/data/postmaster.pid") && kill -QUIT "$server" && while kill -0 "$server"; do sleep 0.1; done
    rm -rf "$1"`;
  // Of a session of its own, which the Ctrl-C of a terminal does not reach; its input ends with this process.
  const cleaner = spawn('/bin/sh', ['-c', script, 'sh', folder], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const gone = once(cleaner, 'exit');
  cleaner.unref();
  return async () => {
    cleaner.stdin.end();
    cleaner.ref();
    await gone;
  };
}

/**
 * A port that nobody listens on. It lies below those that systems give to outgoing connections: one of them could have it
 * while PostgreSQL is stopped, or a client that tries again and again could be connected with itself.
 */
async function freePort(): Promise<number> {
  for (;;) {
    const port = 10_240 + Math.floor(Math.random() * 20_000);
    const socket = connect(port, '127.0.0.1');
    const isTaken = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (!isTaken) return port;
  }
}
