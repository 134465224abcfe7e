import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startMock } from '@giftoin/mock';
import { XMLValidator } from 'fast-xml-parser';
import { afterAll, describe, expect, test } from 'vitest';
import { runCommand } from '../src/command/run-command.ts';
import type { CheckResult, Finding } from '../src/index.ts';
import { createJsonResponse, key, keysFor, startFixtureServer } from './fixture-server.ts';
import { documentFile, key as notesKey, startNotesServer } from './notes/notes-server.ts';

const cli = fileURLToPath(new URL('../src/cli.ts', import.meta.url));
const good = await startFixtureServer();
const broken = await startFixtureServer({
  change: (response, { url = '' }) => {
    if (response.status !== 400 || !url.includes('%00')) return response;
    return createJsonResponse(500, { error: `<b>"${key}" & \u0001` });
  },
});
const folder = await mkdtemp(join(tmpdir(), 'giftoin-contract-'));
afterAll(async () => {
  await good[Symbol.asyncDispose]();
  await broken[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

function run(args: string[], environment: NodeJS.ProcessEnv = {}) {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('GIFTOIN_'));
  const env = { ...Object.fromEntries(inherited), ...environment };
  return new Promise<{ code: number; out: string; err: string }>((resolve) => {
    execFile(process.execPath, [cli, ...args], { env }, (error, out, err) => {
      resolve({ code: error ? Number(error.code) : 0, out, err });
    });
  });
}

const fast = ['--rate', '1000000', '--seed', '1'];

test('exits with 0 for a conforming server, prints what was skipped and why, and no key', async () => {
  const { code, out, err } = await run(['--url', good.url, ...fast], { GIFTOIN_API_KEY: key });
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain(
    '  skip  listCollectionChallengeProgress returns 402 if the key for 402 is in x-gft-api-key: ' +
      'requires a key whose subscription is overdue. Pass a key for it with --key-for 402=KEY\n',
  );
  const skipped = out.match(/^ {2}skip {2}/gm)?.length;
  // The document can have operations that change data. They are not checked without --writes.
  expect(out).toMatch(
    new RegExp(
      `\\n\\n\\d+ passed, 0 failed, ${skipped} skipped \\(\\d+ requests in \\d+\\.\\d s, seed 1\\): ` +
        'the server conforms (to the contract|in what was checked \\(\\d+ operations? not checked\\))\\.\\n$',
    ),
  );
  expect(out).not.toContain(key);
});

test('skips only the status codes for which there is no key', async () => {
  const variables = Object.entries(keysFor).map(([status, value]) => [`GIFTOIN_API_KEY_${status}`, value]);
  const { code, out } = await run(['--url', good.url, '--key', key, '--all', ...fast], Object.fromEntries(variables));
  expect(code).toBe(0);
  expect(out).toContain('  ok    listCollectionChallengeProgress returns 402 if the key for 402 is in x-gft-api-key\n');
  const skipped = [...out.matchAll(/^ {2}skip {2}.* --key-for (\d+)=KEY$/gm)].map(([, status]) => Number(status));
  expect(out).toContain(` passed, 0 failed, ${skipped.length} skipped`);
  expect(skipped.filter((status) => status in keysFor)).toEqual([]);
});

describe('a server that violates the contract', () => {
  const files = ['junit', 'json', 'markdown'].map((format) => join(folder, format));
  const [junit = '', json = '', markdown = ''] = files;
  const ran = run([
    '--url',
    broken.url,
    '--key',
    key,
    '--junit',
    junit,
    '--json',
    json,
    '--markdown',
    markdown,
    ...fast,
  ]);

  test('exits with 1, and prints each cause once, with the requirement, the request, the response and what was expected', async () => {
    const { code, out, err } = await ran;
    expect([code, err]).toEqual([1, '']);
    expect(out).toContain(`
  FAIL  The status code is 500. Expected no 5xx.
          contract  No request leads to a 5xx status code. (10-no-server-error)
          request   curl -i --path-as-is -H "x-gft-api-key: $GIFTOIN_API_KEY" '${broken.url}/api/v1/users/a%00a/123456789012345678/progress/collection-challenges'
          received  500 application/json; {"error":"<b>\\"$GIFTOIN_API_KEY\\" & \\u0001"}
          expected  a status code below 500 for any request
`);
    expect(out).toContain(
      'by No request leads to a 5xx status code; listCollectionChallengeProgress returns 400 if platform is malformed; ',
    );
    expect(out).toContain('the server violates the contract. 3 findings.\n');
  });

  test('the JUnit report has a failure in every failed test case, and is valid XML', async () => {
    await ran;
    const text = await readFile(junit, 'utf8');
    expect(XMLValidator.validate(text)).toBe(true);
    const count = (element: string) => text.split(`<${element} `).length - 1;
    expect(count('failure')).toBeGreaterThan(0);
    expect(text).toContain(
      `<testsuites tests="${count('testcase')}" failures="${count('failure')}" errors="0" skipped="${count('skipped')}"`,
    );
    expect(text).toContain(
      '<testcase classname="responses.no-server-error" name="No request leads to a 5xx status code">' +
        '<failure type="10-no-server-error" message="The status code is 500. Expected no 5xx.">',
    );
    expect(text).toContain('{"error":"&lt;b&gt;\\"$GIFTOIN_API_KEY\\" &amp; \\u0001"}');
    expect(text).toContain(
      '<skipped message="requires a key whose subscription is overdue. Pass a key for it with --key-for 402=KEY"/>',
    );
  });

  test('the JSON report has the whole result', async () => {
    await ran;
    const report = JSON.parse(await readFile(json, 'utf8'));
    const count = (outcome: string) => report.checks.filter((check: CheckResult) => check.outcome === outcome).length;
    const counts = { passed: count('passed'), failed: count('failed'), skipped: count('skipped') };
    expect(report).toMatchObject({ url: broken.url, seed: 1, ...counts });
    expect(counts.passed + counts.failed + counts.skipped).toBe(report.checks.length);
    expect(report.findings.map(({ requirement, code, path }: Finding) => [requirement.id, code, path])).toEqual([
      ['9-json', 'api-key-in-body', ''],
      ['10-no-server-error', 'server-error', ''],
      ['schema', 'required', ''],
    ]);
  });

  test('the Markdown report has the findings, and folds the skipped checks', async () => {
    await ran;
    const text = await readFile(markdown, 'utf8');
    expect(text).toContain(
      '### The status code is 500. Expected no 5xx.\n\n- **Contract**: No request leads to a 5xx status code. (`10-no-server-error`)\n',
    );
    const [, list = ''] = /<\/summary>(.*?)<\/details>/s.exec(text) ?? [];
    const skipped = list.match(/^- /gm)?.length;
    expect(text).toContain(`<details><summary>${skipped} skipped</summary>\n\n- listCollection`);
  });

  test('no report contains the key', async () => {
    const { out } = await ran;
    const texts = [out, ...(await Promise.all(files.map((file) => readFile(file, 'utf8'))))];
    expect(texts.filter((text) => text.includes(key))).toEqual([]);
  });
});

describe('a document with operations that change data', () => {
  const notesArgs = (url: string) => ['--url', url, '--key', notesKey, '--document', documentFile, ...fast];
  const skipped = 'it changes data. Pass --writes to check it, on a sandbox or on staging only';

  test('lists every operation, and does not say that what was not checked conforms', async () => {
    await using server = await startNotesServer();
    const files = ['junit', 'json', 'markdown'].map((format) => join(folder, `notes.${format}`));
    const [junit = '', json = '', markdown = ''] = files;
    const reports = ['--junit', junit, '--json', json, '--markdown', markdown];
    const { code, out, err } = await run([...notesArgs(server.url), ...reports]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('\n  checked  listNotes (GET /shelves/{shelfId}/notes)\n');
    expect(out).toContain(`\n  skipped  createNote (POST /shelves/{shelfId}/notes): ${skipped}\n`);
    expect(out).toMatch(/, seed 1\): the server conforms in what was checked \(5 operations not checked\)\.\n$/);
    const xml = await readFile(junit, 'utf8');
    expect(XMLValidator.validate(xml)).toBe(true);
    const { operations } = JSON.parse(await readFile(json, 'utf8'));
    expect(xml).toContain(
      `<testsuite name="Operations of the document" tests="${operations.length}" failures="0" errors="0" skipped="5"`,
    );
    expect(xml).toContain(
      `<testcase classname="operations" name="createNote (POST /shelves/{shelfId}/notes)"><skipped message="${skipped}"/>`,
    );
    expect(operations).toContainEqual({
      operationId: 'createNote',
      method: 'POST',
      path: '/shelves/{shelfId}/notes',
      outcome: 'skipped',
      reason: skipped,
    });
    expect(await readFile(markdown, 'utf8')).toContain(
      `- skipped createNote (POST /shelves/{shelfId}/notes): ${skipped}\n`,
    );
  });

  test('checks the operations that change data with --writes, and prints what was created', async () => {
    await using server = await startNotesServer();
    const { code, out } = await run([...notesArgs(server.url), '--writes', '--write-budget', '150']);
    expect(code).toBe(0);
    expect(out).toContain('\n  checked  createNote (POST /shelves/{shelfId}/notes)\n');
    expect(out).toMatch(
      /, seed 1, \d+ requests that can change data, (\d+) created, \1 of them deleted\): the server conforms in what was checked \(1 operation not checked\)\.\n$/,
    );
  });

  test('does not count operations that --only leaves out', async () => {
    await using server = await startNotesServer();
    const { out } = await run([
      ...notesArgs(server.url),
      '--only',
      'listNotes/limit',
      '--parameter',
      'shelfId=kitchen',
    ]);
    expect(out).toContain(
      '  skipped  createNote (POST /shelves/{shelfId}/notes): none of its checks was selected with --only',
    );
    expect(out).toMatch(/: the server conforms to the contract\.\n$/);
  });
});

test('exits with 2 if the budget is used up, and lists what was not checked', async () => {
  const { code, out } = await run([
    '--url',
    good.url,
    '--key',
    key,
    '--budget',
    '60',
    '--only',
    'CollectionChallengeProgress/',
    ...fast,
  ]);
  expect(code).toBe(2);
  expect(out).toContain(': the budget of 60 requests is used up. Pass a larger one with --budget\n');
  expect(out).toContain('the run is incomplete, because the budget of 60 requests is used up');
});

test('skips checks that require unknown keys for a mock that accepts any key', async () => {
  await using mock = await startMock({ port: 0 });
  const { code, out } = await run(['--url', mock.url, '--key', key, ...fast]);
  expect(code).toBe(0);
  expect(out).toContain(
    '  skip  listCollectionChallengeProgress returns 401 and error code 1001 if the key in gft-api-key is unknown: ' +
      'this mock accepts any key. Start it with the keys that it should know\n',
  );
});

test.concurrent.each([
  [[], '--url is missing. Pass the origin of the server to check.'],
  [['--url', 'staging'], '--url is "staging". Pass the http or https origin of the server to check.'],
  [
    ['--url', 'https://a.example/api'],
    '--url is "https://a.example/api". Pass only the origin, without the path /api.',
  ],
  [['--url', good.url], 'The API key is missing. Pass --key, or set GIFTOIN_API_KEY.'],
  [['--url', good.url, '--key', 'a\nb'], 'The API key has characters that an HTTP header cannot contain.'],
  [['--url', good.url, '--key', key, '--budget', 'many'], '--budget is "many". Pass a whole number of at least 1.'],
  [
    ['--url', good.url, '--key', key, '--parameter', 'a'],
    '--parameter is "a". Pass a name and a value, for example boardId=42.',
  ],
  [['--uri', 'x'], "Unknown option '--uri'. See --help."],
])('exits with 2 and one line for a usage error: %j', async (args, message) => {
  expect(await run(args)).toEqual({ code: 2, out: '', err: `giftoin-contract-tests: ${message}\n` });
});

test.concurrent.each([
  [
    ['--url', good.url, '--key', 'not-the-key'],
    `${good.url} rejects the API key with 401 in every header. Pass a key that the server knows.`,
  ],
  [['--url', 'http://127.0.0.1:1', '--key', key], 'No response from http://127.0.0.1:1: ECONNREFUSED.'],
  [
    ['--url', good.url, '--key', key, '--document', 'nowhere.yaml'],
    'nowhere.yaml: cannot be read (ENOENT). Give the path of an OpenAPI document.',
  ],
  [
    ['--url', good.url, '--key', key, '--only', 'nothing', '--json', '/nowhere/report'],
    '/nowhere/report cannot be written (ENOENT). Pass a path in a folder that exists.',
  ],
])('exits with 2 and one line if the checks cannot run: %j', async (args, message) => {
  expect(await run(args)).toMatchObject({ code: 2, err: `giftoin-contract-tests: ${message}\n` });
});

test('prints the progress to a terminal', async () => {
  const written: string[] = [];
  const terminal = { isTTY: true, write: (text: string) => written.push(text) };
  const options = { url: good.url, key, rate: Infinity, only: 'CollectionChallengeProgress/missing-key' };
  expect(await runCommand({ options, includesPassed: false, files: {} }, { write: () => {} }, terminal)).toBe(0);
  expect(written.map((text) => text.replace('\r\u001b[K', '[erased]').replace(/\d+ requests/, 'N requests'))).toEqual([
    '[erased]  1 of 2 checks, N requests, 0 failed',
    '[erased]  2 of 2 checks, N requests, 0 failed',
    '[erased]',
  ]);
});
