import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCommand } from '../src/command/run-command.ts';
import { ownSandbox, progress } from './sandbox.ts';

const folder = await mkdtemp(join(tmpdir(), 'giftoin-sandbox-'));
const sandbox = await ownSandbox();
const { control } = sandbox;
let key = '';

beforeAll(async () => {
  key = (await control.createWorkspace({ workspace: 'cli' })).apiKeys.default;
});
afterAll(async () => {
  await sandbox.close();
  await rm(folder, { recursive: true });
});

/** Drives the workspace `cli`, as the command line does. */
function told(line: string): Promise<string[]> {
  const [name = '', ...words] = line.split(' ');
  return runCommand(name, words, { GIFTOIN_SANDBOX_CONTROL: sandbox.controlUrl, GIFTOIN_SANDBOX_WORKSPACE: 'cli' });
}

const parsed = async (line: string) => JSON.parse((await told(line)).join('\n'));

/** How discord/42 stands in the winter challenge, as the API says. */
async function seen() {
  const { status, json } = await sandbox.ask(`${progress.replace('123456789012345678', '42')}/program_123`, key);
  if (status !== 200) return status;
  const { collectedCount, reward, cards } = json;
  return { collectedCount, isClaimed: reward.isClaimed, first: cards[0].ownedQuantity };
}

test('cards come and go, collections are completed, rewards are claimed', async () => {
  await told('grant discord/42 program_123 card_456 --quantity 3');
  expect(await seen()).toEqual({ collectedCount: 1, isClaimed: false, first: 3 });
  await told('revoke discord/42 program_123 card_456');
  expect(await seen()).toEqual({ collectedCount: 1, isClaimed: false, first: 2 });
  expect(await parsed('complete discord/42 program_123 --missing 1')).toEqual({
    programId: 'program_123',
    size: 10,
    collectedCount: 9,
    status: 'in_progress',
    canClaim: false,
    isClaimed: false,
  });
  await told('complete discord/42 program_123');
  await told('claim discord/42 program_123');
  expect(await seen()).toEqual({ collectedCount: 10, isClaimed: true, first: 2 });
  await told('unclaim discord/42 program_123');
  expect(await seen()).toEqual({ collectedCount: 10, isClaimed: false, first: 2 });
});

test('the clock is told and set in times that people read', async () => {
  expect(await parsed('clock freeze')).toEqual(await parsed('clock'));
  const christmas = Date.parse('2026-12-24T18:00:00Z');
  expect(await parsed('clock set 2026-12-24T18:00:00Z')).toMatchObject({ now: '2026-12-24T18:00:00.000Z' });
  await told('clock advance 1h30m');
  expect((await control.getClock({ workspace: 'cli' })).now).toBe(christmas + 5_400_000);
  expect(await parsed('clock back 2d')).toMatchObject({ now: '2026-12-22T19:30:00.000Z' });
  await told(`clock set ${christmas}`);
  expect(await seen()).toBe(404);
  expect(await parsed('clock follow')).toMatchObject({ frozenAt: null, offset: 0 });
  expect(await seen()).toMatchObject({ collectedCount: 10 });
});

test('a scenario is arranged, kept, left, and brought back', async () => {
  expect(await parsed('scenario one-card-short discord/42')).toEqual({
    platform: 'discord',
    platformUserId: '42',
    programId: 'program_123',
  });
  await told('save short');
  expect(await told('snapshots')).toEqual(['short']);
  expect(await told('reset')).toEqual(['done']);
  expect(await seen()).toMatchObject({ collectedCount: 0 });
  await told('restore short');
  expect(await seen()).toMatchObject({ collectedCount: 9 });
  await told('forget short');
  expect(await told('snapshots')).toEqual([]);
});

test('a world goes to a file and comes back from it, a byte order mark included', async () => {
  const file = join(folder, 'world.json');
  await told('scenario half-way discord/42');
  expect(await told(`export ${file}`)).toEqual(['done']);
  const text = await readFile(file, 'utf8');
  expect(JSON.parse(text)).toEqual(await parsed('export'));
  await told('scenario new-user');
  await writeFile(file, `\uFEFF${text}`);
  await told(`load ${file}`);
  expect(await seen()).toMatchObject({ collectedCount: 5 });
  await writeFile(file, '{"programs":');
  await expect(told(`load ${file}`)).rejects.toThrow(/^.+world\.json is not valid JSON: .+\.$/);
  await writeFile(file, '{"programs":[],"users":[{"platform":"Discord","platformUserId":"42"}]}');
  await expect(told(`load ${file}`)).rejects.toThrow('users[0].platform must match pattern "^[a-z0-9_-]{1,32}$"');
  await expect(told(`export ${folder}`)).rejects.toThrow(`${folder} cannot be written (EISDIR).`);
});

test('keys are made, changed, let fail and revoked', async () => {
  const { keyName, apiKey } = await parsed('key-create job --limit 5/60s');
  expect(keyName).toBe('job');
  const status = async () => (await sandbox.ask(progress, apiKey)).status;
  expect(await status()).toBe(200);
  await told('key-change job --overdue yes');
  expect(await status()).toBe(402);
  await told('key-change job --overdue no --plan-denied yes');
  expect(await status()).toBe(403);
  await told('key-change job --plan-denied no --limit off');
  await told('fail job --status 401 --error-code 1002 --times 2');
  expect([await status(), await status(), await status()]).toEqual([401, 401, 200]);
  await told('fail job --status 500 --share 0.5 --delay 1ms');
  expect((await told('keys')).map((line) => JSON.parse(line)).find((listed) => listed.keyName === 'job')).toEqual({
    keyName: 'job',
    environment: 'production',
    overdue: false,
    planDenied: false,
    rateLimit: null,
    injectedFaults: [{ status: 500, share: 0.5, delay: 1 }],
  });
  await told('fail job --clear');
  await told('fail job --cut --times 1');
  await expect(status()).rejects.toThrow();
  await told('key-revoke job');
  expect(await status()).toBe(401);
});

test('the journal has a line for each request, the newest first', async () => {
  await told('journal --clear');
  await seen();
  await sandbox.ask(progress, key);
  const lines = (await told('journal')).map((line) => JSON.parse(line));
  expect(lines.map(({ operationId, status }) => [operationId, status])).toEqual([
    ['listCollectionChallengeProgress', 200],
    ['getCollectionChallengeProgress', 200],
  ]);
  expect(await told('journal 1')).toHaveLength(1);
});

test('workspaces are made with keys of their own, listed and deleted', async () => {
  const { workspace, apiKeys } = await parsed('workspace-create job-7 --scenario claimed');
  expect([workspace, (await sandbox.ask(progress, apiKeys.default)).json[0].reward.isClaimed]).toEqual(['job-7', true]);
  expect(await told('workspaces')).toEqual(['cli', 'default', 'job-7']);
  await told('clock freeze --workspace job-7');
  expect((await control.getClock({ workspace: 'cli' })).frozenAt).toBeNull();
  await told('workspace-delete job-7');
  expect(await control.listWorkspaces()).toEqual(['cli', 'default']);
});

test.each([
  ['keys all', 'keys takes no words; there are 1 words. See --help.'],
  ['grant 42 program_123 card_456', '"42" is no user. Give the platform and the user there, such as discord/42.'],
  ['grant discord/42 p c --missing 1', "Unknown option '--missing'. See --help."],
  ['grant discord/42 p c --quantity two', '--quantity is "two", no number.'],
  ['clock stop', 'clock cannot "stop". It can freeze, set, advance, back and follow.'],
  ['clock set', 'clock set takes a TIME. See --help.'],
  ['clock set noon', '"noon" is no time. Give one such as 2026-12-24T18:00:00Z, or milliseconds.'],
  ['clock advance 7', '"7" is no duration. Give one such as 500ms, 90s, 1h30m or 2d.'],
  ['clock freeze 5m', 'clock freeze takes no value; there is "5m".'],
  ['key-change default', 'key-change takes --overdue, --plan-denied or --limit. See --help.'],
  ['key-change default --overdue true', '--overdue is "true". It is yes or no.'],
  ['key-change default --limit 10', '"10" is no limit. Give one such as 10/60s, or off.'],
  ['fail default --clear --cut', 'fail --clear takes no other flags.'],
  ['journal all', 'LIMIT is "all", no number.'],
  ['journal 5 --clear', 'journal --clear takes no LIMIT.'],
  ['load nowhere.json', 'nowhere.json cannot be read (ENOENT). Give a JSON file, such as one that export wrote.'],
  ['keys --control here', 'The control side is "here". Give a URL, such as http://127.0.0.1:4021.'],
])('%s makes no sense, and it says why', async (line, message) => {
  await expect(told(line)).rejects.toMatchObject({ name: 'UsageError', message });
});
