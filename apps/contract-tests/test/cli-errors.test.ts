import { afterAll, expect, test } from 'vitest';
import { key, startFixtureServer } from './fixture-server.ts';
import { runCli } from './run-cli.ts';

const good = await startFixtureServer();
afterAll(() => good[Symbol.asyncDispose]());

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
  expect(await runCli(args)).toEqual({ code: 2, out: '', err: `giftoin-contract-tests: ${message}\n` });
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
  expect(await runCli(args)).toMatchObject({ code: 2, err: `giftoin-contract-tests: ${message}\n` });
});
