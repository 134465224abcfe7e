/** The report files of runs that have no result. */
import { execFile, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { key, startFixtureServer } from './fixture-server.ts';
import { listen } from './front-servers.ts';
import { fast, runCli } from './run-cli.ts';
import { validateSarif } from './validate-sarif.ts';

const good = await startFixtureServer();
const folder = await mkdtemp(join(tmpdir(), 'giftoin-contract-'));
afterAll(async () => {
  await good[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

const cli = fileURLToPath(new URL('../src/cli.ts', import.meta.url));
const formats = ['junit', 'json', 'markdown', 'sarif'] as const;
const toFile = (format: string) => join(folder, `report.${format}`);
const flags = formats.flatMap((format) => [`--${format}`, toFile(format)]);
const read = (format: string) => readFile(toFile(format), 'utf8');

beforeEach(async () => {
  for (const format of formats) await writeFile(toFile(format), 'an older report');
});

/** Reads the reason of a run without results from every report. Markdown has marks in it, so that it contains no link. */
async function readReasons(): Promise<Record<(typeof formats)[number], unknown>> {
  const junit = await read('junit');
  expect(XMLValidator.validate(junit)).toBe(true);
  const { testsuites } = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' }).parse(junit);
  expect([testsuites.tests, testsuites.errors]).toEqual(['1', '1']);
  const log = JSON.parse(await read('sarif'));
  expect(validateSarif(log)).toEqual([]);
  const [{ executionSuccessful, toolExecutionNotifications }] = log.runs[0].invocations;
  expect(executionSuccessful).toBe(false);
  return {
    junit: testsuites.testsuite.testcase.error.message,
    json: JSON.parse(await read('json')).couldNotRun,
    markdown: /\*\*The checks have no result\.\*\* (.*)\n$/
      .exec(await read('markdown'))?.[1]
      ?.replaceAll(/\\|&#8203;/g, ''),
    sarif: toolExecutionNotifications[0].message.text,
  };
}

test.each([
  ['the server is not reachable', ['--url', 'http://127.0.0.1:1', '--key', key]],
  ['there is no key', ['--url', 'http://127.0.0.1:1']],
  ['a flag is unknown', ['--url', 'http://127.0.0.1:1', '--key', key, '--unknown']],
  ['the URL has a password', ['--url', 'http://anna:secret@127.0.0.1:1', '--key', key]],
])('every report says why there is no result if %s', async (_, args) => {
  const { code, err } = await runCli([...args, ...flags]);
  const reason = err.trim().replace('giftoin-contract-tests: ', '');
  expect(code).toBe(2);
  expect(await readReasons()).toEqual({ junit: reason, json: reason, markdown: reason, sarif: reason });
  for (const format of formats) expect(await read(format)).not.toContain('secret');
});

test('every report says that the run has not finished while it runs, and if it is killed', async () => {
  const server = createServer();
  await using silent = await listen(server);
  const requested = new Promise((resolve) => server.once('request', resolve));
  const child = spawn(process.execPath, [cli, '--url', silent.url, '--key', key, ...flags], { stdio: 'ignore' });
  await requested;
  child.kill('SIGKILL');
  await new Promise((resolve) => child.once('close', resolve));
  const reason = 'The run has not finished. If it is not running any more, it was ended from outside.';
  expect(await readReasons()).toEqual({ junit: reason, json: reason, markdown: reason, sarif: reason });
});

test('the JUnit and SARIF reports of an incomplete run have an error', async () => {
  const { code } = await runCli(['--url', good.url, '--key', key, '--budget', '60', ...fast, ...flags]);
  expect(code).toBe(2);
  const [, problem] = /<error type="run" message="([^"]*)">/.exec(await read('junit')) ?? [];
  expect(problem).toMatch(/^The run is incomplete, because the budget .*\. Pass a larger one with --budget\.$/);
  expect(JSON.parse(await read('sarif')).runs[0].invocations).toMatchObject([
    { executionSuccessful: false, toolExecutionNotifications: [{ message: { text: problem } }] },
  ]);
});

test.each([
  [
    '--json',
    '/nowhere/report',
    '--json: /nowhere/report cannot be written (ENOENT). Pass a path in a folder that exists.',
  ],
  [
    '--sarif',
    folder,
    `--sarif: ${folder} cannot be written (EISDIR). Pass the path of a file that this user can write.`,
  ],
  ['--markdown', toFile('junit'), `--junit and --markdown name the same file, ${toFile('junit')}. Pass two files.`],
])('a report file that cannot be written is an error before the run: %s %s', async (flag, file, message) => {
  const server = createServer();
  let requests = 0;
  server.on('request', () => (requests += 1));
  await using counting = await listen(server);
  const args = ['--url', counting.url, '--key', key, '--junit', toFile('junit'), flag, file];
  expect(await runCli(args)).toMatchObject({ code: 2, out: '', err: `giftoin-contract-tests: ${message}\n` });
  expect(requests).toBe(0);
});

test('a report to a pipe has only the report', async () => {
  // Without the pipe of a shell, the output is a socket, which has no path.
  const command = `"${process.execPath}" "${cli}" --url "${good.url}" --only nothing --json /dev/stdout | cat`;
  const { stdout } = await promisify(execFile)('sh', ['-c', command], {
    env: { ...process.env, GIFTOIN_API_KEY: key },
  });
  expect(stdout).not.toContain('couldNotRun');
  expect(stdout).toContain('"findings": []');
});
