// Runs every command and every program of the error catalogue against servers on free ports.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { startMock } from '@giftoin/mock';
import { readDocument } from '@giftoin/openapi';
import { createSandboxControl, startSandbox } from '@giftoin/sandbox';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createCatalogue } from '../../src/errors/create-catalogue.ts';
import type { ErrorEntry } from '../../src/errors/error-entry.ts';
import { createShell, parseCurlOutput, replaceOrigins, type Servers, type Shell } from './create-shell.ts';

const catalogue = await createCatalogue(await readDocument());
const documented = catalogue.filter((entry) => entry.documented);
let servers: Servers & { sandbox: AsyncDisposable; mock: AsyncDisposable };
let shell: Shell;
let folder: string;

beforeAll(async () => {
  const mock = await startMock({ port: 0 });
  // Node.js finds the packages of the workspace from here.
  const modules = fileURLToPath(new URL('../../node_modules/.provoke', import.meta.url));
  await mkdir(modules, { recursive: true });
  folder = await mkdtemp(join(modules, 'run-'));
  servers = { sandbox: await startSandbox({ port: 0, controlPort: 0 }), mock };
  shell = await createShell(servers);
});

// A rate limit or an injected fault of one test must not change another.
beforeEach(async () => {
  const { controlUrl, token } = servers.sandbox;
  await createSandboxControl({ url: controlUrl, token }).resetWorkspace();
});

afterAll(async () => {
  await Promise.all([shell?.remove(), servers?.sandbox[Symbol.asyncDispose](), servers?.mock[Symbol.asyncDispose]()]);
  await rm(folder, { recursive: true, force: true });
});

/** The status and the error codes that the page of an error names. */
const listExpected = ({ documented, examples }: ErrorEntry) =>
  examples.map(({ errorCode }) => ({ status: documented?.status, errorCode }));

describe('the commands for the sandbox provoke', () => {
  test.each(documented.filter(({ sandboxCommands }) => sandboxCommands.length > 0))('$slug', async (entry) => {
    const output = await shell.run(entry.sandboxCommands);
    expect(listExpected(entry)).toContainEqual(parseCurlOutput(output));
  });
});

describe('the commands for the mock provoke', () => {
  test.each(documented)('$slug', async (entry) => {
    const outputs: unknown[] = [];
    for (const command of entry.mockCommands) outputs.push(parseCurlOutput(await shell.run([command])));
    expect(outputs).toEqual(listExpected(entry));
  });
});

describe('the program provokes', () => {
  test.each(catalogue.filter(({ program }) => program !== undefined))('$kind', async (entry) => {
    if (entry.sandboxCommands.length > 0) await shell.run(entry.sandboxCommands);
    const { slug, kind, className, retry } = entry;
    expect(await catchErrorOf(entry)).toMatchObject({
      name: kind === 'aborted' ? 'AbortError' : className,
      kind,
      docs: expect.stringMatching(`/errors/${slug}/$`),
      ...(retry !== 'If the error is temporary' && { isRetryable: retry === 'Yes' }),
    });
  });
});

/** Runs the program in a process of its own. Returns the error that it throws. */
async function catchErrorOf({ slug, program = '' }: ErrorEntry): Promise<unknown> {
  const file = join(folder, `${slug}.mjs`);
  await writeFile(file, replaceOrigins(program, servers));
  const print = `import(${JSON.stringify(pathToFileURL(file).href)}).catch((error) => console.log(JSON.stringify(error)))`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', print]);
  return JSON.parse(stdout);
}
