import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

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
  const folder = await mkdtemp(join(tmpdir(), 'giftoin-nginx-'));
  const remove = () => rm(folder, { recursive: true });
  const { command, env } = await findCommand(folder).catch(async (error: Error) => {
    await remove();
    throw new Error(`There is no nginx in the PATH, and it could not be downloaded: ${error.message} Install nginx.`);
  });
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

async function findCommand(folder: string): Promise<{ command: string; env: NodeJS.ProcessEnv }> {
  const isInPath = await run('nginx', ['-v']).then(
    () => true,
    () => false,
  );
  if (isInPath) return { command: 'nginx', env: process.env };
  // With its own state and cache, apt needs no privileges and changes no installed package.
  const options = [
    `Dir::State=${folder}/state`,
    `Dir::Cache=${folder}/cache`,
    'APT::Sandbox::User=',
    'Debug::NoLocking=1',
  ];
  const apt = options.flatMap((option) => ['-o', option]);
  for (const name of ['state/lists/partial', 'cache/archives/partial', 'packages']) {
    await mkdir(join(folder, name), { recursive: true });
  }
  await run('apt-get', [...apt, 'update']);
  const { stdout } = await run('apt-cache', [...apt, 'depends', '--important', 'nginx']);
  const libraries = [...stdout.matchAll(/Depends: ((?:lib(?!c6)|zlib)\S+)/g)].map(([, name = '']) => name);
  const packages = join(folder, 'packages');
  await run('apt-get', [...apt, 'download', 'nginx', ...libraries], { cwd: packages });
  for (const name of await readdir(packages)) await run('dpkg', ['-x', join(packages, name), folder]);
  const found = await run('find', [folder, '-name', '*.so.*', '-printf', '%h\n']);
  const LD_LIBRARY_PATH = [...new Set(found.stdout.trim().split('\n'))].join(':');
  return { command: join(folder, 'usr/sbin/nginx'), env: { ...process.env, LD_LIBRARY_PATH } };
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
