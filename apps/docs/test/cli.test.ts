import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDocs } from '../src/index.ts';

const cli = 'src/cli.ts';
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

test('--help tells the options', async () => {
  const { stdout, exitCode } = await run(cli, ['--help']);
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/--port.*--host.*--help/s);
});

test.each([
  [['--prot', '1'], {}, "Unknown option '--prot'. Run with --help for what there is.\n"],
  [['here'], {}, /^Unexpected argument 'here'.* Run with --help for what there is\.\n$/],
  [['--port', 'many'], {}, '--port is "many". Give a number from 0 to 65535. Run with --help for what there is.\n'],
  [['--port', '65536'], {}, /^--port is "65536"\. Give a number from 0 to 65535\./],
  [['--port', '--host'], {}, /^Option '--port' argument is ambiguous\. Run with --help[^\n]*\n$/],
  [[], { GIFTOIN_DOCS_PORT: '-1' }, /^GIFTOIN_DOCS_PORT is "-1"\. Give a number/],
])('%j %j is refused in one line', async (args, variables, message) => {
  const { stdout, stderr, exitCode } = await run(cli, args, variables);
  expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 });
  expect(stderr).toMatch(message);
});

test.each(['SIGINT', 'SIGTERM'] as const)('it prints where it serves, and %s ends it cleanly', async (signal) => {
  const child = start(cli, ['--directory', directory], { GIFTOIN_DOCS_PORT: '0' });
  const url = (await firstLine(child)).match(/http:\S+/)?.[0];
  expect(await (await fetch(`${url}`)).text()).toBe('the page');
  child.kill(signal);
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test('a port in use ends it with one line', async () => {
  const docs = await startDocs({ port: 0, directory });
  const { stderr, exitCode } = await run(cli, ['--directory', directory, '--port', String(docs.port)]);
  await docs.close();
  expect(exitCode).toBe(1);
  expect(stderr).toBe(`Port ${docs.port} on 127.0.0.1 is already in use. Stop what uses it or choose another port.\n`);
});

test('a document that cannot be read ends the build with one line, and leaves no site', async () => {
  const site = join(directory, 'site');
  const { stderr, exitCode } = await run('scripts/build.ts', [site, join(directory, 'missing.yaml')]);
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(/^\S+missing\.yaml: [^\n]+\n$/);
  await expect(startDocs({ port: 0, directory: site })).rejects.toThrow('not built');
});

test('a document that Redoc cannot render ends the build with one line', async () => {
  const file = join(directory, 'odd.yaml');
  await writeFile(file, 'openapi: 3.1.0\ninfo: { title: 1, version: "1" }\nservers: 1\npaths: {}\ncomponents: {}\n');
  const { stderr, exitCode } = await run('scripts/build.ts', [join(directory, 'site'), file]);
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(/^Redoc cannot render the document\. [^\n]+\n$/);
  expect(stderr).not.toMatch(/[╔║╚]|Prerendering/);
});
