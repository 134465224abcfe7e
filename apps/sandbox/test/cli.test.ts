import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSandboxControl, defaultToken } from '@giftoin/sandbox';
import { afterAll, expect, test } from 'vitest';
import { run, serve } from './run-program.ts';
import { progressPath } from './start-test-sandbox.ts';

const folder = await mkdtemp(join(tmpdir(), 'giftoin-sandbox-'));
afterAll(() => rm(folder, { recursive: true }));

test.each(['SIGINT', 'SIGTERM'] as const)(
  'prints its URLs and a curl command that works, and stops on %s',
  async (signal) => {
    const { child, output, url, controlUrl } = await serve();
    expect(output.out).toBe(`Sandbox of the Giftoin API: ${url}
  control API   ${controlUrl}
  state         in memory, lost when the sandbox stops (--data FILE keeps it)
  API keys      gft_default_sandbox; for 402, 403, 429 and 500:
                gft_default_overdue, gft_default_denied, gft_default_limited, gft_default_failing

  curl -H 'x-gft-api-key: gft_default_sandbox' ${url}${progressPath}

Press Ctrl-C to stop.
`);
    const response = await fetch(url + progressPath, { headers: { 'x-gft-api-key': 'gft_default_sandbox' } });
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
    await fetch(url + progressPath, { headers: { 'gft-api-key': 'gft_default_sandbox' } });
    await fetch(`${url}${progressPath}/gft_default_sandbox`, { headers: { 'gft-api-key': 'gft_default_sandbox' } });
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
    { ...known, path: progressPath, operationId: 'listCollectionChallengeProgress', status: 200 },
    { ...known, path: `${progressPath}/[API key]`, operationId: 'getCollectionChallengeProgress', status: 404 },
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
  await expect(fetch(url + progressPath, { headers, signal: AbortSignal.timeout(200) })).rejects.toThrow('aborted');
  child.kill();
  expect(await once(child, 'close')).toEqual([0, null]);
});

test('continues when the reader of its output stops reading, for example head', async () => {
  const { child, output, url } = await serve();
  child.stdout.destroy();
  const headers = { 'x-gft-api-key': 'gft_default_sandbox' };
  for (let round = 0; round < 3; round += 1) {
    expect((await fetch(url + progressPath, { headers })).status).toBe(200);
    await new Promise((soon) => setTimeout(soon, 60));
  }
  child.kill();
  expect(await once(child, 'close')).toEqual([0, null]);
  expect(output.err).toBe('');
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
  const world = { programs: [], users: [{ platform: 'discord', platformUserId: '7' }] };
  expect(await run(['load', '-'], variables, JSON.stringify(world))).toEqual({ code: 0, out: 'done\n', err: '' });
  expect(JSON.parse((await run(['export', '-'], variables)).out)).toMatchObject({ programs: [] });
  child.kill();
  await once(child, 'close');
  expect(await run(['keys'], variables)).toEqual(
    line(`Cannot reach the control API at ${controlUrl} (ECONNREFUSED). Start a sandbox, or use another URL.`),
  );
});
