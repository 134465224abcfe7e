import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDocs } from '../src/server/index.ts';

const cli = 'src/server/cli.ts';
let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'docs-cli-'));
  await writeFile(join(directory, 'index.html'), 'the page');
});

afterAll(() => rm(directory, { recursive: true, force: true }));

function start(script: string, args: string[], variables: Record<string, string> = {}) {
  const cwd = fileURLToPath(new URL('..', import.meta.url));
  return spawn(process.execPath, [script, ...args], {
    cwd,
    env: { ...process.env, GIFTOIN_DOCS_PORT: '', ...variables },
  });
}

async function run(...parameters: Parameters<typeof start>) {
  const child = start(...parameters);
  const [stdout, stderr, [exitCode]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { stdout, stderr, exitCode };
}

async function firstLine(child: ChildProcess): Promise<string> {
  const [chunk] = await once(child.stdout ?? child, 'data');
  return String(chunk).trim();
}

test('--help lists the flags', async () => {
  const { stdout, exitCode } = await run(cli, ['--help']);
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/--port.*--host.*--help/s);
});

test.each([
  [['--prot', '1'], {}, "Unknown option '--prot'. See --help."],
  [['here'], {}, "Unexpected argument 'here'. See --help."],
  [['--port', 'many'], {}, '--port is "many". A port is a whole number from 0 to 65535.'],
  [['--port', '65536'], {}, '--port is "65536". A port is a whole number from 0 to 65535.'],
  [
    ['--port', '--host'],
    {},
    "Option '--port' requires a value. If the value starts with a dash, write --port=VALUE. See --help.",
  ],
  [[], { GIFTOIN_DOCS_PORT: '-1' }, 'GIFTOIN_DOCS_PORT is "-1". A port is a whole number from 0 to 65535.'],
])('%j with %j is a usage error in one line', async (args, variables, message) => {
  expect(await run(cli, args, variables)).toEqual({ stdout: '', stderr: `docs: ${message}\n`, exitCode: 2 });
});

test.each(['SIGINT', 'SIGTERM'] as const)('prints its URL and stops on %s', async (signal) => {
  const child = start(cli, ['--directory', directory], { GIFTOIN_DOCS_PORT: '0' });
  const url = (await firstLine(child)).match(/http:\S+/)?.[0];
  expect(await (await fetch(`${url}`)).text()).toBe('the page');
  child.kill(signal);
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test('a port that is in use is an error in one line', async () => {
  const docs = await startDocs({ port: 0, directory });
  const { stderr, exitCode } = await run(cli, ['--directory', directory, '--port', String(docs.port)]);
  await docs.close();
  expect(exitCode).toBe(1);
  expect(stderr).toBe(
    `docs: Port ${docs.port} on 127.0.0.1 is already in use. Stop the other process, or choose another port.\n`,
  );
});

test('the build fails with one line and creates no site if the document cannot be read', async () => {
  const site = join(directory, 'site');
  const { stderr, exitCode } = await run('build/cli.ts', [
    '--directory',
    site,
    '--document',
    join(directory, 'missing.yaml'),
  ]);
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(/^\S+missing\.yaml: [^\n]+\n$/);
  await expect(startDocs({ port: 0, directory: site })).rejects.toThrow('not built');
});

test('the build fails with one line if Redoc cannot render the document', async () => {
  const file = join(directory, 'invalid.yaml');
  await writeFile(file, 'openapi: 3.1.0\ninfo: { title: Title, version: "1" }\ntags: 1\npaths: {}\ncomponents: {}\n');
  const { stderr, exitCode } = await run('build/cli.ts', ['--directory', join(directory, 'site'), '--document', file]);
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(/^Redoc cannot render the document\. [^\n]+\n$/);
  expect(stderr).not.toMatch(/[╔║╚]|Prerendering/);
});
