/** The steps of the container, in a plain folder: the installed packages, the variables, the command and the health check. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPacked } from '@giftoin/packing';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';

const docker = fileURLToPath(new URL('../docker/', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'giftoin-container-'));
const dockerfile = await readFile(join(docker, 'Dockerfile'), 'utf8');
// The image itself is the part after the last FROM.
const image = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));
const variables = Object.fromEntries(
  [...image.matchAll(/^ENV (\w+)=(\S+)$/gm)].map(([, name, value]) => [name, value]),
);
const [command, healthCheck] = [/^CMD (.+)$/m, /^HEALTHCHECK .*CMD (.+)$/m].map(
  (pattern) => JSON.parse(pattern.exec(image)?.[1] ?? '[]') as string[],
);
const list = '/api/v1/users/discord/123456789012345678/progress/collection-challenges';

beforeAll(async () => {
  await installPacked({ packages: ['@giftoin/mock', '@giftoin/sandbox'], folder });
  for (const file of /^COPY (docker\/\S+ docker\/\S+) \.\/$/m.exec(image)?.[1]?.split(' ') ?? []) {
    await copyFile(join(docker, '..', file), join(folder, file.replace('docker/', '')));
  }
}, 240_000);
afterAll(() => rm(folder, { recursive: true }));

function run([program = '', ...args]: readonly string[] = [], own: Record<string, string> = {}): ChildProcess {
  const { PATH } = process.env;
  const child = spawn(program === 'node' ? process.execPath : program, args, {
    cwd: folder,
    env: { PATH, ...variables, ...own },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function readExitCode(child: ChildProcess): Promise<unknown> {
  const [code] = await once(child, 'close');
  return code;
}

test.each([
  ['mock', 'GIFTOIN_MOCK_PORT', 'demo'],
  ['sandbox', 'GIFTOIN_SANDBOX_PORT', 'gft_default_sandbox'],
])('runs the %s, is healthy only while it runs, and ends with 0 on SIGTERM', async (name, variable, key) => {
  const port = await findFreePort();
  const own = { GIFTOIN_SERVER: name, [variable]: String(port), GIFTOIN_SANDBOX_CONTROL_PORT: '0' };
  expect(await readExitCode(run(healthCheck, own))).toBe(1);
  const server = run(command, own);
  let output = '';
  server.stdout?.on('data', (chunk) => {
    output += chunk;
  });
  while (!output.includes('Ctrl-C')) await once(server.stdout as NodeJS.ReadableStream, 'data');
  expect(output).toContain(`http://0.0.0.0:${port}`);
  const response = await fetch(`http://127.0.0.1:${port}${list}`, { headers: { 'x-gft-api-key': key } });
  expect([response.status, await response.json()]).toMatchObject([200, [{ id: 'program_123' }]]);
  expect(await readExitCode(run(healthCheck, own))).toBe(0);
  server.kill('SIGTERM');
  expect(await readExitCode(server)).toBe(0);
  expect(await readExitCode(run(healthCheck, own))).toBe(1);
});

test('another name of a server is a usage error', async () => {
  expect(await readExitCode(run(command, { GIFTOIN_SERVER: 'docs' }))).toBe(2);
});

test('runs as a user that is not root, with the Node.js of the workspace', async () => {
  expect(/^USER (\S+)$/m.exec(image)?.[1]).toBe('node');
  const workspace = await readFile(join(docker, '../pnpm-workspace.yaml'), 'utf8');
  const version = /^nodeVersion: (\S+)$/m.exec(workspace)?.[1];
  const images = [...dockerfile.matchAll(/^FROM node:([\d.]+)-/gm)].map(([, used]) => used);
  expect(images).toEqual([version, version]);
});
