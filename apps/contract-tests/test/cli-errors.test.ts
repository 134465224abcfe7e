import { afterAll, expect, test } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { key, startFixtureServer } from './fixture-server.ts';
import { runCli } from './run-cli.ts';

const good = await startFixtureServer();
afterAll(() => good[Symbol.asyncDispose]());

test.concurrent.each([
  [[], '--url is missing. Pass the URL of the server to check.'],
  [
    ['--url', 'staging'],
    '--url: The URL is "staging". Pass the http or https URL of the server, for example https://staging.example.com.',
  ],
  [
    ['--url', 'https://anna:pass@a.example/api'],
    '--url: The URL has a user name or a password. Pass them with --basic-auth USER:PASSWORD or GIFTOIN_BASIC_AUTH, and a URL ' +
      'without them.',
  ],
  [
    ['--url', 'https://a.example/?key=secret'],
    '--url: The URL has a query, which no request would send. Pass the URL up to the question mark, and secrets with --header.',
  ],
  [['--url', 'https://a.example/a\nb'], '--url: The URL has a line break or a tab. Pass it without.'],
  [
    ['--url', 'https://a.example/#'],
    '--url: The URL has a fragment, which no request would send. Pass the URL up to the #.',
  ],
  [
    ['--url', 'https://a.example/a/%2e%2E/b'],
    '--url: The base path of the URL is "/a/%2e%2E/b". Pass one without empty parts, "." and "..", which servers resolve.',
  ],
  [
    ['--url', good.url, '--header', 'x: 1', '--header', 'secret'],
    '--header is not a name and a value. Pass for example --header "X-Team: games", or --header @FILE.',
  ],
  [['--url', good.url, '--header', '@nowhere'], '--header: nowhere cannot be read (ENOENT). Pass the path of a file.'],
  [
    ['--url', good.url, '--basic-auth', 'secret'],
    '--basic-auth is not a user name and a password. Pass USER:PASSWORD, or set GIFTOIN_BASIC_AUTH to it.',
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
  [
    ['--url', 'http://127.0.0.1:1', '--key', key],
    'No response from http://127.0.0.1:1: ECONNREFUSED. Nothing listens there. Start the server, or pass --wait 60s to wait for it.',
  ],
  [
    ['--url', good.url, '--key', key, '--header', 'X-GFT-Api-Key: other'],
    'The header x-gft-api-key carries the API key. Pass the key with --key or GIFTOIN_API_KEY.',
  ],
  [
    ['--url', good.url, '--key', key, '--header', 'Content-Length: 5'],
    'The header content-length cannot be set: the suite sets it itself.',
  ],
  [
    ['--url', good.url, '--key', key, '--ca', 'package.json'],
    'The CA file cannot be used (there is no PEM in it). Pass the path of a PEM file with it as --ca.',
  ],
  [
    ['--url', good.url, '--key', key, '--client-key', 'package.json'],
    'There is a client key without a client certificate. Pass it with --client-cert FILE.',
  ],
  [
    ['--url', good.url, '--key', key, '--document', 'nowhere.yaml'],
    'nowhere.yaml: cannot be read (ENOENT). Give the path of an OpenAPI document.',
  ],
  [
    ['--url', good.url, '--key', key, '--only', 'nothing', '--json', '/nowhere/report'],
    '--json: /nowhere/report cannot be written (ENOENT). Pass a path in a folder that exists.',
  ],
])('exits with 2 and one line if the checks cannot run: %j', async (args, message) => {
  expect(await runCli(args)).toMatchObject({ code: 2, err: `giftoin-contract-tests: ${message}\n` });
});

test('--version prints the version of the package', async () => {
  expect(await runCli(['--version'])).toEqual({ code: 0, out: `${packageJson.version}\n`, err: '' });
});

test('a proxy that is not an HTTP proxy is an error, without its user name and password', async () => {
  const args = ['--url', good.url, '--key', key];
  expect(await runCli(args, { HTTP_PROXY: 'socks5://anna:secret@127.0.0.1:1' })).toMatchObject({
    code: 2,
    err:
      'giftoin-contract-tests: The proxy has the scheme socks5://. Set HTTPS_PROXY or HTTP_PROXY to an http or https URL, ' +
      'or NO_PROXY to the host.\n',
  });
});
