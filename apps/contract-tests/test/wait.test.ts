import { createServer } from 'node:http';
import { afterAll, expect, test } from 'vitest';
import { createWaitPrinter } from '../src/command/create-wait-printer.ts';
import { checkContract } from '../src/index.ts';
import { key, startFixtureServer } from './fixture-server.ts';
import { listen, startGateway } from './front-servers.ts';
import { fast, runCli } from './run-cli.ts';

const good = await startFixtureServer();
afterAll(() => good[Symbol.asyncDispose]());

const options = { key, rate: Infinity, only: '/valid-key/' };

test('waits until the server responds as the API, and says why it waits', async () => {
  let requests = 0;
  await using gateway = await startGateway(
    good.url,
    ({ url }) => (requests++ < 2 ? undefined : url),
    (_, out) => out.writeHead(503).end(),
  );
  const reasons: (string | undefined)[] = [];
  const onWait = ({ reason }: { readonly reason: string | undefined }) => reasons.push(reason);
  const { findings } = await checkContract({ ...options, url: gateway.url, wait: 30_000, onWait });
  expect(findings).toEqual([]);
  const starting = expect.stringContaining('returns 503 with an empty body');
  expect(reasons).toEqual([starting, starting, undefined]);
});

test('waits until something listens', async () => {
  const reserved = await listen(createServer());
  await reserved[Symbol.asyncDispose]();
  const run = checkContract({ ...options, url: reserved.url, wait: 30_000, onWait: start });
  let gateway: ReturnType<typeof createServer> | undefined;
  function start({ reason }: { readonly reason: string | undefined }): void {
    if (reason === undefined) return;
    expect(reason).toContain('ECONNREFUSED. Nothing listens there.');
    gateway ??= createServer((_, out) => out.writeHead(301, { location: '/login' }).end()).listen(
      reserved.port,
      '127.0.0.1',
    );
  }
  // A redirect to a login does not go away, so that the run ends at once.
  await expect(run).rejects.toThrow('a redirect to a login');
  gateway?.close();
});

test('exits with 2 and the last reason if the time is up', async () => {
  const args = ['--url', 'http://127.0.0.1:1', '--key', key, '--wait', '150ms', ...fast];
  const reason =
    'No response from http://127.0.0.1:1: ECONNREFUSED. Nothing listens there. Start the server, or pass --wait 60s to wait for it.';
  expect(await runCli(args)).toMatchObject({
    code: 2,
    err: `Waiting for the server. ${reason}\ngiftoin-contract-tests: ${reason} The run has waited 0.15 s.\n`,
  });
});

test.each(['60', '1m', '0.5h', '90min', '250ms'])('accepts --wait %s', async (wait) => {
  const { err } = await runCli(['--url', good.url, '--wait', wait]);
  expect(err).toContain('The API key is missing.');
});

test.each(['', 'soon', '0', '-5', '60 s', '999999h'])('rejects --wait=%s', async (wait) => {
  expect(await runCli(['--url', good.url, '--key', key, `--wait=${wait}`])).toMatchObject({
    code: 2,
    err: `giftoin-contract-tests: --wait is ${JSON.stringify(wait)}. Pass a duration, for example 60s or 2m.\n`,
  });
});

test('prints to a terminal in one line, and otherwise each reason once', () => {
  const print = (isTTY: boolean) => {
    const written: string[] = [];
    const printer = createWaitPrinter({ isTTY, write: (text) => written.push(text) });
    for (const [elapsed, reason] of [
      [0, 'One.'],
      [100, 'One.'],
      [200, 'Two.'],
      [300, undefined],
    ] as const)
      printer({ elapsed, reason });
    return written.join('').replaceAll('\r\u001b[K', '[erased]');
  };
  expect(print(true)).toBe(
    '[erased]  Waiting for 0.0 s. One.[erased]  Waiting for 0.1 s. One.[erased]  Waiting for 0.2 s. Two.[erased]' +
      'The server responded after 0.3 s.\n',
  );
  expect(print(false)).toBe(
    'Waiting for the server. One.\nWaiting for the server. Two.\nThe server responded after 0.3 s.\n',
  );
});
