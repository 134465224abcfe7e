import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCommand } from '../src/command/run-command.ts';
import { progressPath, startTestSandbox } from './start-test-sandbox.ts';

const folder = await mkdtemp(join(tmpdir(), 'giftoin-sandbox-'));
const sandbox = await startTestSandbox();
const { control } = sandbox;
let key = '';

beforeAll(async () => {
  key = (await control.createWorkspace({ workspace: 'cli' })).apiKeys.default;
});
afterAll(async () => {
  await sandbox.close();
  await rm(folder, { recursive: true });
});

/** Runs a command in the workspace `cli`. Returns the lines that it prints. */
function run(line: string): Promise<string[]> {
  const [name = '', ...args] = line.split(' ');
  return runCommand(name, args, { GIFTOIN_SANDBOX_CONTROL: sandbox.controlUrl, GIFTOIN_SANDBOX_WORKSPACE: 'cli' });
}

const runJson = async (line: string) => JSON.parse((await run(line)).join('\n'));

/** Reads the progress of discord/42 in the winter challenge from the API. */
async function readProgress() {
  const { status, json } = await sandbox.request(
    `${progressPath.replace('123456789012345678', '42')}/program_123`,
    key,
  );
  if (status !== 200) return status;
  const { collectedCount, reward, cards } = json;
  return { collectedCount, isClaimed: reward.isClaimed, first: cards[0].ownedQuantity };
}

test('grants and revokes cards, completes collections, and claims rewards', async () => {
  await run('grant discord/42 program_123 card_456 --quantity 3');
  expect(await readProgress()).toEqual({ collectedCount: 1, isClaimed: false, first: 3 });
  await run('revoke discord/42 program_123 card_456');
  expect(await readProgress()).toEqual({ collectedCount: 1, isClaimed: false, first: 2 });
  expect(await runJson('complete discord/42 program_123 --missing 1')).toEqual({
    programId: 'program_123',
    size: 10,
    collectedCount: 9,
    status: 'in_progress',
    canClaim: false,
    isClaimed: false,
  });
  await run('complete discord/42 program_123');
  await run('claim discord/42 program_123');
  expect(await readProgress()).toEqual({ collectedCount: 10, isClaimed: true, first: 2 });
  await run('unclaim discord/42 program_123');
  expect(await readProgress()).toEqual({ collectedCount: 10, isClaimed: false, first: 2 });
});

test('prints and sets the clock in ISO 8601', async () => {
  expect(await runJson('clock freeze')).toEqual(await runJson('clock'));
  const christmas = Date.parse('2026-12-24T18:00:00Z');
  expect(await runJson('clock set 2026-12-24T18:00:00Z')).toMatchObject({ now: '2026-12-24T18:00:00.000Z' });
  await run('clock advance 1h30m');
  expect((await control.getClock({ workspace: 'cli' })).now).toBe(christmas + 5_400_000);
  expect(await runJson('clock back 2d')).toMatchObject({ now: '2026-12-22T19:30:00.000Z' });
  await run(`clock set ${christmas}`);
  expect(await readProgress()).toMatchObject({ collectedCount: 10 });
  expect(await runJson('clock follow')).toMatchObject({ frozenAt: null, offset: 0 });
  expect(await readProgress()).toMatchObject({ collectedCount: 10 });
});

test('changes when a program runs, and when it is visible', async () => {
  await run('scenario claimed-then-ended discord/42');
  expect(await readProgress()).toMatchObject({ collectedCount: 10, isClaimed: true });
  await run('program program_123 --show-after no');
  expect(await readProgress()).toBe(404);
  const end = Date.parse('2999-12-31T00:00:00Z');
  expect(await runJson('program program_123 --start none --end 2999-12-31T00:00:00Z')).toEqual({
    start: null,
    end: { date: end, showAfter: false },
  });
  expect(await readProgress()).toMatchObject({ collectedCount: 10 });
});

test('applies a scenario, and saves and restores a snapshot', async () => {
  expect(await runJson('scenario one-card-short discord/42')).toEqual({
    platform: 'discord',
    platformUserId: '42',
    programId: 'program_123',
  });
  await run('save short');
  expect(await run('snapshots')).toEqual(['short']);
  expect(await run('reset')).toEqual(['done']);
  expect(await readProgress()).toMatchObject({ collectedCount: 0 });
  await run('restore short');
  expect(await readProgress()).toMatchObject({ collectedCount: 9 });
  await run('snapshot-delete short');
  expect(await run('snapshots')).toEqual([]);
});

test('exports a world to a file, and loads it, with and without a byte order mark', async () => {
  const file = join(folder, 'world.json');
  await run('scenario half-way discord/42');
  expect(await run(`export ${file}`)).toEqual(['done']);
  const text = await readFile(file, 'utf8');
  expect(JSON.parse(text)).toEqual(await runJson('export'));
  expect(await runJson('export -')).toEqual(await runJson('export'));
  await run('scenario new-user');
  await writeFile(file, `\uFEFF${text}`);
  await run(`load ${file}`);
  expect(await readProgress()).toMatchObject({ collectedCount: 5 });
  await writeFile(file, '{"programs":');
  await expect(run(`load ${file}`)).rejects.toThrow(/^.+world\.json is not valid JSON: .+\.$/);
  await writeFile(file, '{"programs":[],"users":[{"platform":"Discord","platformUserId":"42"}]}');
  await expect(run(`load ${file}`)).rejects.toThrow(/users\[0\]\.platform must match pattern "/);
  await expect(run(`export ${folder}`)).rejects.toThrow(`${folder} cannot be written (EISDIR).`);
});

test('creates, changes and revokes an API key, and injects faults', async () => {
  const { keyName, apiKey } = await runJson('key-create job --limit 5/60s');
  expect(keyName).toBe('job');
  const status = async () => (await sandbox.request(progressPath, apiKey)).status;
  expect(await status()).toBe(200);
  await run('key-change job --overdue yes');
  expect(await status()).toBe(402);
  await run('key-change job --overdue no --plan-denied yes');
  expect(await status()).toBe(403);
  await run('key-change job --plan-denied no --limit off');
  await run('fail job --status 401 --error-code 1002 --times 2');
  expect([await status(), await status(), await status()]).toEqual([401, 401, 200]);
  await run('fail job --status 500 --share 0.5 --delay 1ms');
  expect((await run('keys')).map((line) => JSON.parse(line)).find((listed) => listed.keyName === 'job')).toEqual({
    keyName: 'job',
    environment: 'production',
    overdue: false,
    planDenied: false,
    rateLimit: null,
    injectedFaults: [{ status: 500, share: 0.5, delay: 1 }],
  });
  await run('fail job --clear');
  await run('fail job --cut --times 1');
  await expect(status()).rejects.toThrow();
  await run('key-revoke job');
  expect(await status()).toBe(401);
});

test('prints one line for each request in the request log, newest first', async () => {
  await run('request-log --clear');
  await readProgress();
  await sandbox.request(progressPath, key);
  const lines = (await run('request-log')).map((line) => JSON.parse(line));
  expect(lines.map(({ operationId, status }) => [operationId, status])).toEqual([
    ['listCollectionChallengeProgress', 200],
    ['getCollectionChallengeProgress', 200],
  ]);
  expect(await run('request-log 1')).toHaveLength(1);
});

test('creates a workspace with its own API keys, lists and deletes it', async () => {
  const { workspace, apiKeys } = await runJson('workspace-create job-7 --scenario claimed');
  expect([workspace, (await sandbox.request(progressPath, apiKeys.default)).json[0].reward.isClaimed]).toEqual([
    'job-7',
    true,
  ]);
  expect(await run('workspaces')).toEqual(['cli', 'default', 'job-7']);
  await run('clock freeze --workspace job-7');
  expect((await control.getClock({ workspace: 'cli' })).frozenAt).toBeNull();
  await run('workspace-delete job-7');
  expect(await control.listWorkspaces()).toEqual(['cli', 'default']);
});
