import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startMock } from '@giftoin/mock';
import { afterAll, expect, test } from 'vitest';
import { brokenServer } from './broken-server.ts';

const cli = fileURLToPath(new URL('../src/cli.ts', import.meta.url));
const key = 'key-of-the-tests';
const mock = await startMock({ port: 0, keys: [key] });
afterAll(() => mock.close());

function run(words: string[], environment: NodeJS.ProcessEnv = {}) {
  const { GIFTOIN_API_KEY: _, ...inherited } = process.env;
  return new Promise<{ code: number; out: string; err: string }>((done) => {
    execFile(process.execPath, [cli, ...words], { env: { ...inherited, ...environment } }, (error, out, err) => {
      done({ code: error ? Number(error.code) : 0, out, err });
    });
  });
}

test('a server that keeps the contract: exit 0, a line for each check, and no key', async () => {
  const { code, out, err } = await run(['--url', mock.url], { GIFTOIN_API_KEY: key });
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('  ok    listCollectionChallengeProgress answers 200 where the key is in x-gft-api-key\n');
  expect(out).toContain('81 passed, 0 failed, 0 skipped: the server keeps the contract.');
  expect(out).not.toContain(key);
});

test('a server that breaks it: exit 1, and what is broken under its check', async () => {
  const broken = await brokenServer(mock.url);
  broken.break({
    name: 'a 429 has no Retry-After',
    outgoing: ({ answer }) => {
      delete answer['retry-after'];
    },
  });
  const { code, out } = await run(['--url', broken.url, '--key', key]);
  broken.close();
  expect(code).toBe(1);
  expect(out).toContain(
    '  FAIL  getCollectionChallengeProgress answers 429 where Prefer asks for it and the key is in gft-api-key\n' +
      '          The header Retry-After is missing.\n',
  );
  expect(out).toContain('75 passed, 6 failed, 0 skipped: the server does not keep the contract.');
  expect(out).not.toContain(key);
});

test('a skipped check says its name and why', async () => {
  await using anyKey = await startMock({ port: 0 });
  const { code, out } = await run(['--url', anyKey.url, '--key', key]);
  expect(code).toBe(0);
  expect(out).toContain(
    '  skip  listCollectionChallengeProgress answers 401 where the key in gft-api-key is unknown: ' +
      'this mock takes any key: start it with the keys it knows\n',
  );
  expect(out).toContain('73 passed, 0 failed, 8 skipped');
});

test.concurrent.each([
  [[], '--url is missing. Give the origin of the server to check.'],
  [['--url', 'staging'], '--url is "staging". It is the http or https origin of the server to check.'],
  [
    ['--url', 'https://example.com/api'],
    '--url is "https://example.com/api". It is an origin alone: leave out the path /api.',
  ],
  [['--url', mock.url], 'The API key is missing. Give --key, or set GIFTOIN_API_KEY.'],
  [['--url', mock.url, '--key', 'a\nb'], 'The API key has characters that no HTTP header can carry.'],
  [['--uri', 'x'], "Unknown option '--uri'. See --help."],
  [
    ['--url', mock.url, '--key', 'not-the-key-1'],
    `${mock.url} refuses the key with 401 in every header. Give a key that it knows.`,
  ],
  [
    ['--url', mock.url, '--key', key, '--document', 'nowhere.yaml'],
    'nowhere.yaml: cannot be read (ENOENT). Give the path of an OpenAPI document.',
  ],
  [
    ['--url', 'http://127.0.0.1:1', '--key', key],
    'No answer from http://127.0.0.1:1/api/v1/users/discord/123456789012345678/progress/collection-challenges: ECONNREFUSED',
  ],
])('what could not be run: exit 2 and one clear line: %j', async (words, message) => {
  expect(await run(words)).toEqual({ code: 2, out: '', err: `contract: ${message}\n` });
});

test('an endpoint that is new in the document is checked without a line of code', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'giftoin-contract-'));
  try {
    const document = join(folder, 'openapi.json');
    await writeFile(document, JSON.stringify(rewardsDocument));
    await using rewards = await startMock({ port: 0, keys: [key], document });
    const { code, out } = await run(['--url', rewards.url, '--key', key, '--document', document]);
    expect(out).toContain('  ok    listRewards answers 200 where the key is in x-gft-api-key\n');
    expect(code).toBe(0);
  } finally {
    await rm(folder, { recursive: true });
  }
});

const error = (errorCode: number) => ({ status: { timestamp: 1, errorCode, errorMessage: 'No.' } });
const rewardsDocument = {
  openapi: '3.1.0',
  info: { title: 'Rewards', version: '1.0.0' },
  security: [{ 'x-gft-api-key': [] }],
  paths: {
    '/users/{platformUserId}/rewards': {
      parameters: [
        { name: 'platformUserId', in: 'path', required: true, schema: { type: 'string', pattern: '^[0-9]+$' } },
      ],
      get: {
        operationId: 'listRewards',
        responses: Object.fromEntries([
          [200, { content: { 'application/json': { schema: { type: 'array' }, example: [1] } } }],
          ...[400, 401, 402, 404].map((status) => [
            status,
            { content: { 'application/json': { schema: { type: 'object' }, example: error(status) } } },
          ]),
        ]),
      },
    },
  },
  components: { securitySchemes: { 'x-gft-api-key': { type: 'apiKey', in: 'header', name: 'x-gft-api-key' } } },
};
