import { startMock } from '@giftoin/mock';
import { afterAll, expect, test } from 'vitest';
import { runCommand } from '../src/command/run-command.ts';
import { key, keysFor, startFixtureServer } from './fixture-server.ts';
import { fast, runCli } from './run-cli.ts';

const good = await startFixtureServer();
afterAll(() => good[Symbol.asyncDispose]());

test('exits with 0 for a conforming server, prints what was skipped and why, and no key', async () => {
  const { code, out, err } = await runCli(['--url', good.url, ...fast], { GIFTOIN_API_KEY: key });
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
  const { code, out } = await runCli(
    ['--url', good.url, '--key', key, '--all', ...fast],
    Object.fromEntries(variables),
  );
  expect(code).toBe(0);
  expect(out).toContain('  ok    listCollectionChallengeProgress returns 402 if the key for 402 is in x-gft-api-key\n');
  const skipped = [...out.matchAll(/^ {2}skip {2}.* --key-for (\d+)=KEY$/gm)].map(([, status]) => Number(status));
  expect(out).toContain(` passed, 0 failed, ${skipped.length} skipped`);
  expect(skipped.filter((status) => status in keysFor)).toEqual([]);
});

test('exits with 2 if the budget is used up, and lists what was not checked', async () => {
  const { code, out } = await runCli([
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
  const { code, out } = await runCli(['--url', mock.url, '--key', key, ...fast]);
  expect(code).toBe(0);
  expect(out).toContain(
    '  skip  listCollectionChallengeProgress returns 401 and error code 1001 if the key in gft-api-key is unknown: ' +
      'this mock accepts any key. Start it with the keys that it should know\n',
  );
});

test('prints the progress to a terminal', async () => {
  const written: string[] = [];
  const terminal = { isTTY: true, write: (text: string) => written.push(text) };
  const options = { url: good.url, key, rate: Infinity, only: 'CollectionChallengeProgress/missing-key' };
  expect(
    await runCommand({ options, includesPassed: false, baseline: undefined, files: {} }, { write: () => {} }, terminal),
  ).toBe(0);
  expect(written.map((text) => text.replace('\r\u001b[K', '[erased]').replace(/\d+ requests/, 'N requests'))).toEqual([
    '[erased]  1 of 2 checks, N requests, 0 failed',
    '[erased]  2 of 2 checks, N requests, 0 failed',
    '[erased]',
  ]);
});
