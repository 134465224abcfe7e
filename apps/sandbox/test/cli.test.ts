import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSandboxControl, defaultToken } from '@giftoin/sandbox';
import { afterAll, expect, test } from 'vitest';
import { commands } from '../src/command/commands.ts';
import { run, serve } from './cli.ts';
import { progress } from './sandbox.ts';

const folder = await mkdtemp(join(tmpdir(), 'giftoin-sandbox-'));
const other = createServer().listen(0, '127.0.0.1');
await once(other, 'listening');
const taken = (other.address() as AddressInfo).port;
await writeFile(join(folder, 'not-a-database'), 'This is no database, however long it is.'.repeat(100));

afterAll(async () => {
  other.close();
  await rm(folder, { recursive: true });
});

test.each(['SIGINT', 'SIGTERM'] as const)(
  'prints its URLs and a curl command that works, and stops on %s',
  async (signal) => {
    const { child, output, url, controlUrl } = await serve();
    expect(output.out).toBe(`Sandbox of the Giftoin API: ${url}
  control API   ${controlUrl}
  state         in memory, lost when the sandbox stops (--data FILE keeps it)
  API keys      gft_default_sandbox; for 402, 403, 429 and 500:
                gft_default_overdue, gft_default_denied, gft_default_limited, gft_default_failing

  curl -H 'x-gft-api-key: gft_default_sandbox' ${url}${progress}

Press Ctrl-C to stop.
`);
    const response = await fetch(url + progress, { headers: { 'x-gft-api-key': 'gft_default_sandbox' } });
    expect(await response.json()).toMatchObject([{ id: 'program_123', collectedCount: 3 }]);
    child.kill(signal);
    expect(await once(child, 'close')).toEqual([0, null]);
    expect(output.err).toBe('');
  },
);

test('prints one line of JSON for each request, without the API key, unless --quiet is set', async () => {
  const [loud, quiet] = await Promise.all([serve(), serve(['--quiet'])]);
  const before = quiet.output.out;
  for (const { url } of [loud, quiet]) {
    await fetch(url + progress, { headers: { 'gft-api-key': 'gft_default_sandbox' } });
    await fetch(`${url}${progress}/gft_default_sandbox`, { headers: { 'gft-api-key': 'gft_default_sandbox' } });
    await fetch(`${url}/nowhere`, { headers: { 'gft-api-key': 'gft_default_sandbox' } });
  }
  for (const { child } of [loud, quiet]) child.kill();
  await Promise.all([once(loud.child, 'close'), once(quiet.child, 'close')]);
  expect(quiet.output.out).toBe(before);
  const lines = loud.output.out.split('Press Ctrl-C to stop.\n')[1] ?? '';
  const logged = { time: expect.any(Number), method: 'GET', duration: expect.any(Number) };
  const known = { ...logged, header: 'gft-api-key', keyName: 'default', workspace: 'default' };
  const unknown = { ...logged, header: null, keyName: null, workspace: null, operationId: null };
  expect(
    lines
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual([
    { ...known, path: progress, operationId: 'listCollectionChallengeProgress', status: 200 },
    { ...known, path: `${progress}/[API key]`, operationId: 'getCollectionChallengeProgress', status: 404 },
    { ...unknown, path: '/nowhere', status: 404 },
  ]);
});

test('stores the state in a file, set by flag or environment variable', async () => {
  const file = join(folder, 'state.db');
  const first = await serve(['--data', file]);
  expect(first.output.out).toContain(`state         in ${file}\n`);
  const control = createSandboxControl({ url: first.controlUrl, token: defaultToken });
  await control.grantCard({
    platform: 'discord',
    platformUserId: '42',
    programId: 'program_123',
    cardId: 'card_456',
  });
  first.child.kill();
  await once(first.child, 'close');
  const second = await serve([], { GIFTOIN_SANDBOX_DATA: file });
  const path = `${second.url}/api/v1/users/discord/42/progress/collection-challenges`;
  const response = await fetch(path, { headers: { 'x-gft-api-key': 'gft_default_sandbox' } });
  expect(await response.json()).toMatchObject([{ collectedCount: 1 }]);
  second.child.kill();
  await once(second.child, 'close');
});

test('stops while a response is delayed whose client has disconnected', async () => {
  const { child, url, controlUrl } = await serve();
  await createSandboxControl({ url: controlUrl, token: defaultToken }).injectFault({
    keyName: 'default',
    delay: 600_000,
  });
  const headers = { 'x-gft-api-key': 'gft_default_sandbox' };
  await expect(fetch(url + progress, { headers, signal: AbortSignal.timeout(200) })).rejects.toThrow('aborted');
  child.kill();
  expect(await once(child, 'close')).toEqual([0, null]);
});

test('continues when the reader of its output stops reading, for example head', async () => {
  const { child, output, url } = await serve();
  child.stdout.destroy();
  const headers = { 'x-gft-api-key': 'gft_default_sandbox' };
  for (let round = 0; round < 3; round += 1) {
    expect((await fetch(url + progress, { headers })).status).toBe(200);
    await new Promise((soon) => setTimeout(soon, 60));
  }
  child.kill();
  expect(await once(child, 'close')).toEqual([0, null]);
  expect(output.err).toBe('');
});

test.each([[['help']], [['grant', '-h']]])('%j prints every command and flag', async (args) => {
  const { code, out, err } = await run(args);
  expect([code, err]).toEqual([0, '']);
  for (const name of commands.keys()) expect(out).toMatch(new RegExp(`^  ${name}( |$)`, 'm'));
  for (const flag of [
    'port',
    'host',
    'control-port',
    'control-host',
    'token',
    'data',
    'quiet',
    'control',
    'workspace',
  ]) {
    expect(out).toMatch(new RegExp(`^  --${flag} `, 'm'));
  }
  for (const name of ['PORT', 'CONTROL_PORT', 'TOKEN', 'DATA', 'CONTROL', 'WORKSPACE']) {
    expect(out).toContain(`(GIFTOIN_SANDBOX_${name}, default: `);
  }
});

test.each([
  [
    ['--port', '-1'],
    "Option '--port' requires a value. If the value starts with a dash, write --port=VALUE. See --help.",
  ],
  [['serve', 'now'], "Unexpected argument 'now'. See --help."],
  [['--data', ''], '--data is empty. Pass the path of a file.'],
  [['constructor'], 'Unknown command "constructor". See --help.'],
  [['grant', 'discord/42', 'program_123'], 'grant expects USER PROGRAM CARD, but received 2 arguments. See --help.'],
])('%j is a usage error, printed as one line', async (args, message) => {
  expect(await run(args)).toEqual({ code: 2, out: '', err: `giftoin-sandbox: ${message}\n` });
});

test.each([
  [{ GIFTOIN_SANDBOX_PORT: 'x' }, [], 2, 'GIFTOIN_SANDBOX_PORT is "x". A port is a whole number from 0 to 65535.'],
  [
    { DATABASE_URL: 'postgres://127.0.0.1/x' },
    ['--data', 'file'],
    2,
    '--data and DATABASE_URL are both set. Set only one of them.',
  ],
  [
    {},
    ['--port', '0', '--control-port', String(taken)],
    1,
    `Port ${taken} on 127.0.0.1 is already in use. Stop the other process, or choose another port.`,
  ],
  [
    { GIFTOIN_SANDBOX_DATA: join(folder, 'not-a-database') },
    [],
    1,
    `The database ${join(folder, 'not-a-database')} cannot be opened: file is not a database. Use another file, or repair this one.`,
  ],
])('with %j, %j does not start, and prints one line', async (variables, args, code, message) => {
  expect(await run(args, variables)).toEqual({ code, out: '', err: `giftoin-sandbox: ${message}\n` });
});

test('runs commands against a running sandbox, and prints its errors', async () => {
  const { child, url, controlUrl } = await serve(['--token', 'mine']);
  const args = ['grant', 'discord/42', 'program_123', 'card_456', '--quantity', '2'];
  const variables = { GIFTOIN_SANDBOX_CONTROL: controlUrl, GIFTOIN_SANDBOX_TOKEN: 'mine' };
  const { code, out, err } = await run(args, variables);
  expect([code, err]).toEqual([0, '']);
  expect(JSON.parse(out)).toMatchObject({ programId: 'program_123', size: 10, collectedCount: 1 });
  const path = `${url}/api/v1/users/discord/42/progress/collection-challenges/program_123`;
  const response = await fetch(path, { headers: { 'x-gft-api-key': 'gft_default_sandbox' } });
  const { cards } = (await response.json()) as { cards: { ownedQuantity: number }[] };
  expect(cards.map(({ ownedQuantity }) => ownedQuantity)).toEqual([2, 0, 0, 0, 0, 0, 0, 0, 0, 0]);

  const line = (message: string) => ({ code: 1, out: '', err: `giftoin-sandbox: ${message}\n` });
  expect(await run(['claim', 'discord/42', 'program_123'], variables)).toEqual(
    line('The reward of program_123 cannot be claimed: the user owns 1 of 10 cards.'),
  );
  expect(await run(['keys', '--control', controlUrl])).toEqual(
    line('The sandbox rejected the token. Set --token or GIFTOIN_SANDBOX_TOKEN to the token that it was started with.'),
  );
  child.kill();
  await once(child, 'close');
  expect(await run(['keys'], variables)).toEqual(
    line(`Cannot reach the control API at ${controlUrl} (ECONNREFUSED). Start a sandbox, or use another URL.`),
  );
});
