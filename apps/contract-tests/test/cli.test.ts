import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startMock } from '@giftoin/mock';
import { XMLValidator } from 'fast-xml-parser';
import { afterAll, describe, expect, test } from 'vitest';
import { runCommand } from '../src/command/run.ts';
import { createJsonResponse, key, keysFor, startFixtureServer } from './fixture-server.ts';

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

function run(words: string[], environment: NodeJS.ProcessEnv = {}) {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('GIFTOIN_'));
  const env = { ...Object.fromEntries(inherited), ...environment };
  return new Promise<{ code: number; out: string; err: string }>((done) => {
    execFile(process.execPath, [cli, ...words], { env }, (error, out, err) => {
      done({ code: error ? Number(error.code) : 0, out, err });
    });
  });
}

const fast = ['--rate', '1000000', '--seed', '1'];

test('a server that keeps the contract: exit 0, what was skipped and why, and no key', async () => {
  const { code, out, err } = await run(['--url', good.url, ...fast], { GIFTOIN_API_KEY: key });
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain(
    '  skip  listCollectionChallengeProgress answers 402 where the key for it is in x-gft-api-key: ' +
      'it takes a key whose subscription is overdue: give one with --key-for 402=KEY\n',
  );
  expect(out).toMatch(
    /\n\n90 passed, 0 failed, 25 skipped \(\d+ requests in \d+\.\d s, seed 1\): the server keeps the contract\.\n$/,
  );
  expect(out).not.toContain(key);
});

test('nothing is skipped where a key is given for every status', async () => {
  const variables = Object.entries(keysFor).map(([status, value]) => [`GIFTOIN_API_KEY_${status}`, value]);
  const { code, out } = await run(['--url', good.url, '--key', key, '--all', ...fast], Object.fromEntries(variables));
  expect(code).toBe(0);
  expect(out).toContain(
    '  ok    listCollectionChallengeProgress answers 402 where the key for it is in x-gft-api-key\n',
  );
  expect(out).toContain('115 passed, 0 failed, 0 skipped');
});

describe('a server that breaks it', () => {
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

  test('exit 1, and each cause once, with the statement, the request, the answer and what was expected', async () => {
    const { code, out, err } = await ran;
    expect([code, err]).toEqual([1, '']);
    expect(out).toContain(`
  FAIL  The status is 500, expected no 5xx.
          contract  No input is answered with a 5xx. (10-no-server-error)
          request   curl -i --path-as-is -H "x-gft-api-key: $GIFTOIN_API_KEY" '${broken.url}/api/v1/users/a%00a/123456789012345678/progress/collection-challenges'
          received  500 application/json; {"error":"<b>\\"$GIFTOIN_API_KEY\\" & \\u0001"}
          expected  an answer below 500, whatever is sent
`);
    expect(out).toContain(
      'by No input is answered with a 5xx; listCollectionChallengeProgress answers 400 where platform is malformed; ',
    );
    expect(out).toContain('the server does not keep the contract, for 3 reasons.\n');
  });

  test('JUnit has a failure in every test case that failed, and is valid XML', async () => {
    await ran;
    const text = await readFile(junit, 'utf8');
    expect(XMLValidator.validate(text)).toBe(true);
    expect(text).toContain('<testsuites tests="115" failures="8" errors="0" skipped="25"');
    expect(text).toContain(
      '<testcase classname="answers.no-server-error" name="No input is answered with a 5xx">' +
        '<failure type="10-no-server-error" message="The status is 500, expected no 5xx.">',
    );
    expect(text).toContain('{"error":"&lt;b&gt;\\"$GIFTOIN_API_KEY\\" &amp; \\u0001"}');
    expect(text).toContain(
      '<skipped message="it takes a key whose subscription is overdue: give one with --key-for 402=KEY"/>',
    );
  });

  test('JSON has all that was found out', async () => {
    await ran;
    const report = JSON.parse(await readFile(json, 'utf8'));
    expect(report).toMatchObject({ url: broken.url, seed: 1, passed: 82, failed: 8, skipped: 25 });
    expect(report.findings.map((finding: { statement: { id: string } }) => finding.statement.id)).toEqual([
      '9-json',
      '10-no-server-error',
      'schemas',
    ]);
  });

  test('Markdown has what is broken, and folds away what was skipped', async () => {
    await ran;
    const text = await readFile(markdown, 'utf8');
    expect(text).toContain(
      '### The status is 500, expected no 5xx.\n\n- **Contract**: No input is answered with a 5xx. (`10-no-server-error`)\n',
    );
    expect(text).toContain('<details><summary>25 skipped</summary>\n\n- listCollection');
  });

  test('no report has the key', async () => {
    const { out } = await ran;
    const texts = [out, ...(await Promise.all(files.map((file) => readFile(file, 'utf8'))))];
    expect(texts.filter((text) => text.includes(key))).toEqual([]);
  });
});

test('a budget that is used up: exit 2, and what was not checked is named', async () => {
  const { code, out } = await run(['--url', good.url, '--key', key, '--budget', '60', ...fast]);
  expect(code).toBe(2);
  expect(out).toContain(': the budget of 60 requests is used up: give more with --budget\n');
  expect(out).toContain('not everything could be checked, because the budget of 60 requests is used up');
});

test('a mock that takes any key is spared what needs keys to differ, by name', async () => {
  await using mock = await startMock({ port: 0 });
  const { code, out } = await run(['--url', mock.url, '--key', key, ...fast]);
  expect(code).toBe(0);
  expect(out).toContain(
    '  skip  listCollectionChallengeProgress answers 401 and 1001 where the key in gft-api-key is unknown: ' +
      'this mock takes any key: start it with the keys it knows\n',
  );
});

test.concurrent.each([
  [[], '--url is missing. Give the origin of the server to check.'],
  [['--url', 'staging'], '--url is "staging". It is the http or https origin of the server to check.'],
  [
    ['--url', 'https://a.example/api'],
    '--url is "https://a.example/api". It is an origin alone: leave out the path /api.',
  ],
  [['--url', good.url], 'The API key is missing. Give --key, or set GIFTOIN_API_KEY.'],
  [['--url', good.url, '--key', 'a\nb'], 'The API key has characters that no HTTP header can carry.'],
  [['--url', good.url, '--key', key, '--budget', 'many'], '--budget is "many". It is a whole number from 1 on.'],
  [['--uri', 'x'], "Unknown option '--uri'. See --help."],
])('what makes no sense: exit 2 and one clear line: %j', async (words, message) => {
  expect(await run(words)).toEqual({ code: 2, out: '', err: `contract: ${message}\n` });
});

test.concurrent.each([
  [
    ['--url', good.url, '--key', 'not-the-key'],
    `${good.url} refuses the key with 401 in every header. Give a key that it knows.`,
  ],
  [['--url', 'http://127.0.0.1:1', '--key', key], 'No answer from http://127.0.0.1:1: ECONNREFUSED.'],
  [
    ['--url', good.url, '--key', key, '--document', 'nowhere.yaml'],
    'nowhere.yaml: cannot be read (ENOENT). Give the path of an OpenAPI document.',
  ],
  [
    ['--url', good.url, '--key', key, '--only', 'nothing', '--json', '/nowhere/report'],
    '/nowhere/report: cannot be written (ENOENT). Give a path in a folder that is there.',
  ],
])('what could not be found out: exit 2 and one clear line: %j', async (words, message) => {
  expect(await run(words)).toMatchObject({ code: 2, err: `contract: ${message}\n` });
});

test('a terminal is told how far the run has come', async () => {
  const written: string[] = [];
  const terminal = { isTTY: true, write: (text: string) => written.push(text) };
  const options = { url: good.url, key, rate: Infinity, only: '/no-key' };
  expect(await runCommand({ options, listsAll: false, files: {} }, { write: () => {} }, terminal)).toBe(0);
  expect(written.map((text) => text.replace('\r\u001b[K', '[erased]').replace(/\d+ requests/, 'N requests'))).toEqual([
    '[erased]  1 of 2 checks, N requests, 0 failed',
    '[erased]  2 of 2 checks, N requests, 0 failed',
    '[erased]',
  ]);
});
