import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { findProgram } from '@giftoin/programs';
import { findFreePort } from './find-free-port.ts';
import { spawnOptions } from './postgres-programs.ts';

/** A running PgBouncer. */
export interface PgBouncer extends AsyncDisposable {
  /** Converts the URL of a database of the server to one of the pooler. */
  toUrl(databaseUrl: string): string;
}

/**
 * Starts PgBouncer in transaction mode: each transaction can use another connection of the server.
 *
 * @param url a database of the server
 * @param settings more lines of its configuration
 */
export async function startPgBouncer(url: string, settings: readonly string[] = []): Promise<PgBouncer> {
  const { hostname, port: serverPort } = new URL(url);
  const { command, environment: env, folder, remove } = await findProgram('pgbouncer');
  const port = await findFreePort();
  const file = join(folder, 'pgbouncer.ini');
  await writeFile(
    file,
    [
      '[databases]',
      `* = host=${hostname} port=${serverPort} user=postgres`,
      '[pgbouncer]',
      'listen_addr = 127.0.0.1',
      `listen_port = ${port}`,
      'unix_socket_dir =',
      'auth_type = any',
      'pool_mode = transaction',
      // Fewer than the sandboxes use, so that they share them.
      'default_pool_size = 4',
      'max_client_conn = 200',
      'server_round_robin = 1',
      ...settings,
    ].join('\n'),
  );
  if (spawnOptions.uid !== undefined && spawnOptions.gid !== undefined) {
    await chown(file, spawnOptions.uid, spawnOptions.gid);
  }
  const child = spawn(command, [file], { env, stdio: ['ignore', 'ignore', 'pipe'], ...spawnOptions });
  const exited = once(child, 'exit');
  let log = '';
  child.stderr.on('data', (chunk) => {
    log = `${log}${chunk}`.slice(-10_000);
  });
  await waitForPort(port, child, () => log);
  return {
    toUrl: (databaseUrl) => databaseUrl.replace(`:${serverPort}`, `:${port}`),
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL');
      await exited;
      await remove();
    },
  };
}

async function waitForPort(port: number, child: ChildProcess, readLog: () => string): Promise<void> {
  while (child.exitCode === null) {
    const socket = connect(port, '127.0.0.1');
    const isOpen = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (isOpen) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`PgBouncer exited with ${child.exitCode}: ${readLog()}`);
}
