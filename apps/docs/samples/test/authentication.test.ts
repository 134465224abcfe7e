import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findProgram, type Program } from '@giftoin/programs';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { readProgram, replaceOrigins } from '../src/index.ts';
import { runSample } from '../src/run-sample.ts';
import { startServers } from './start-servers.ts';

let servers: Awaited<ReturnType<typeof startServers>>;
let folder: string;
let python: Program;
let curl: Program;
beforeAll(async () => {
  servers = await startServers();
  folder = await mkdtemp(join(tmpdir(), 'giftoin-authentication-'));
  python = await findProgram('python3');
  curl = await findProgram('curl');
}, 300_000);
beforeEach(() => servers.control.resetWorkspace());
afterAll(async () => {
  await Promise.all([servers.close(), python.remove(), curl.remove()]);
  await rm(folder, { recursive: true, force: true });
});

/** Runs a sample that is not TypeScript, as a copy with the origins of the servers. */
async function runCopy(command: string, env: NodeJS.ProcessEnv, name: string, apiKey: string, args: string[] = []) {
  const file = join(folder, name);
  await writeFile(file, replaceOrigins(readProgram(`authentication/${name}`), servers.origins));
  return promisify(execFile)(command, [file, ...args], { env: { ...env, GIFTOIN_API_KEY: apiKey } });
}
const runPython = (apiKey: string) =>
  runCopy(python.command, python.environment, 'progress.py', apiKey, ['123456789012345678']);
const readStatuses = async () => (await servers.control.readRequestLog()).map(({ status }) => status);

test('headers.sh gets the same response with each header', async () => {
  const { stdout } = await runCopy('bash', curl.environment, 'headers.sh', servers.apiKeys.default);
  const responses = stdout.split(/(?<=\])(?=\[)/).map((text) => JSON.parse(text)[0].id);
  expect(responses).toEqual(['program_123', 'program_123', 'program_123']);
});

test('progress.py prints the progress', async () => {
  expect(await runPython(servers.apiKeys.default)).toMatchObject({ stdout: 'Winter Challenge: 30 %\n' });
});

test('progress.py reports an unknown API key without a retry', async () => {
  await expect(runPython('unknown')).rejects.toThrow(/RuntimeError: 401 \(1001\): ./);
});

test('progress.py retries after Retry-After', async () => {
  const before = (await readStatuses()).length;
  await servers.control.injectFault({ keyName: 'default', status: 429, times: 1 });
  expect(await runPython(servers.apiKeys.default)).toMatchObject({ stdout: 'Winter Challenge: 30 %\n' });
  expect((await readStatuses()).slice(0, -before || undefined)).toEqual([200, 429]);
});

test('progress.py retries if a response is incomplete', async () => {
  const before = (await readStatuses()).length;
  await servers.control.injectFault({ keyName: 'default', cut: true, times: 1 });
  expect(await runPython(servers.apiKeys.default)).toMatchObject({ stdout: 'Winter Challenge: 30 %\n' });
  expect((await readStatuses()).slice(0, -before || undefined)).toEqual([200, 0]);
});

test('rotation.ts reads the API key from a file', async () => {
  const file = join(folder, 'key');
  await writeFile(file, `${servers.apiKeys.default}\n`);
  expect(await runSample('authentication/rotation.ts', servers.origins, { GIFTOIN_API_KEY_FILE: file })).toBe('1\n');
});

test('check.ts accepts a known API key, and names an unknown one', async () => {
  const run = (apiKey: string) => runSample('authentication/check.ts', servers.origins, { GIFTOIN_API_KEY: apiKey });
  expect(await run(servers.apiKeys.default)).toBe('');
  expect(await run('unknown')).toMatch(/^Giftoin does not accept the API key: ./);
});
