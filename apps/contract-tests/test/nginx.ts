import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { findProgram } from '@giftoin/programs';

/** An installed nginx. */
export interface Nginx {
  /** Starts nginx with default settings in front of a server. */
  start(origin: string): Promise<{ readonly url: string } & AsyncDisposable>;
  remove(): Promise<void>;
}

/**
 * Finds the nginx in the PATH. If there is none, downloads the package of Debian or Ubuntu and unpacks it in a temporary folder.
 *
 * Throws an error if both fail.
 */
export async function findNginx(): Promise<Nginx> {
  const { command, environment: env, folder, remove } = await findProgram('nginx');
  return {
    remove,
    start: async (origin) => {
      const port = await freePort();
      const file = join(folder, `${port}.conf`);
      await writeFile(file, createConfiguration(folder, port, origin));
      const args = ['-e', join(folder, `${port}.log`), '-c', file, '-p', folder];
      const child = spawn(command, args, { env, stdio: 'inherit' });
      const exited = once(child, 'exit');
      const url = `http://127.0.0.1:${port}`;
      await waitForResponse(url, child);
      return {
        url,
        async [Symbol.asyncDispose]() {
          child.kill('SIGTERM');
          await exited;
        },
      };
    },
  };
}

/** The minimal configuration of a proxy. Everything else has the default of nginx. */
function createConfiguration(folder: string, port: number, origin: string): string {
  const folders = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  return `
    daemon off;
    pid ${folder}/${port}.pid;
    events {}
    http {
      ${folders.join('\n')}
      access_log off;
      server {
        listen 127.0.0.1:${port};
        location / { proxy_pass ${origin}; }
      }
    }`;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('No free port was found.');
  return address.port;
}

async function waitForResponse(url: string, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    const response = await fetch(url).catch(() => undefined);
    if (response) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`nginx exited with ${child.exitCode}.`);
}
