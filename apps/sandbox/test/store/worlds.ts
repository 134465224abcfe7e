import { type ClockState, createManyPrograms, readTime, withTime } from '@giftoin/simulator/sandbox';
import type { User, World } from '@giftoin/types/sandbox-control';
import { expect, test } from 'vitest';
import type { SqlStore } from '../../src/store/index.ts';
import { initialApiKeys } from './api-keys.ts';
import { createEntry } from './request-log.ts';
import { catchRequestError, createProgram, createTestWorkspace, noon, plainWorld } from './test-worlds.ts';

const someone: User = { platform: 'discord', platformUserId: '42', cards: { program_1: { card_a: 2 } }, claims: {} };

/** A world with everything that it can have, in the order of an export: users, programs and cards sorted by ID. */
const richWorld: World = {
  programs: [
    createProgram('program_z', { reward: null, cards: [] }),
    createProgram('program_a', { environment: 'test', duration: { start: null, end: null } }),
    createProgram('program_m', { name: 'A "quoted" name, a \\ and an emoji: 🎁' }),
  ],
  users: [
    {
      platform: 'discord',
      platformUserId: '42',
      cards: { program_a: { card_a: 2, card_c: 2_000_000_000 }, program_m: { card_b: 1 } },
      claims: { program_a: noon - 1, program_m: -5 },
    },
    { platform: 'roblox', platformUserId: 'a.b:c@d-e_f', cards: { program_m: { card_a: 1 } }, claims: {} },
    { platform: 'steam', platformUserId: '42', cards: {}, claims: { program_m: noon } },
  ],
  clock: { frozenAt: null, offset: -86_400_000 },
};

export function worldTests(store: () => SqlStore): void {
  test('loads again every world that it exports, whatever its clock', async () => {
    const workspace = await createTestWorkspace(store());
    const max = 8.64e15;
    const now = Date.now();
    const clocks: ClockState[] = [
      { frozenAt: max, offset: 0 },
      { frozenAt: -max, offset: -max },
      { frozenAt: null, offset: max - now - 1 },
      { frozenAt: null, offset: max - now + 86_400_000 },
      { frozenAt: null, offset: -max },
    ];
    const changes: (() => Promise<unknown>)[] = [
      async () => {},
      () => store().changeClock(workspace, (clock) => ({ ...clock, frozenAt: readTime(clock) })),
      () => store().changeClock(workspace, (clock) => withTime({ ...clock, frozenAt: null }, max)),
    ];
    for (const clock of clocks) {
      await store().loadWorld(workspace, { ...plainWorld, clock });
      for (const change of changes) {
        await change();
        const exported = await store().exportWorld(workspace);
        expect(Math.abs(exported.clock?.offset ?? 0)).toBeLessThanOrEqual(max);
        expect(Math.abs(exported.clock?.frozenAt ?? 0)).toBeLessThanOrEqual(max);
        await store().loadWorld(workspace, exported);
        expect(await store().exportWorld(workspace)).toEqual(exported);
        expect((await store().readClock(workspace)).now).toBeLessThanOrEqual(max);
      }
    }
  });

  test('sets a clock to the maximum, also if the system clock moves on meanwhile', async () => {
    const workspace = await createTestWorkspace(store());
    const max = 8.64e15;
    const { now } = await store().changeClock(workspace, (clock) => {
      const changed = withTime({ ...clock, frozenAt: null }, max);
      const start = Date.now();
      while (Date.now() < start + 2);
      return changed;
    });
    expect(now).toBeGreaterThan(max - 1_000);
    expect(now).toBeLessThanOrEqual(max);
  });

  test('refuses a clock that cannot be set either', async () => {
    const workspace = await createTestWorkspace(store());
    const before = await store().exportWorld(workspace);
    for (const clock of [
      { frozenAt: null, offset: 8.64e15 },
      { frozenAt: null, offset: 9e15 },
      { frozenAt: 9e15, offset: 0 },
    ]) {
      const [status, message] = await catchRequestError(() => store().loadWorld(workspace, { ...plainWorld, clock }));
      expect([status, message]).toEqual([400, expect.stringMatching(/^The clock would be at \d+\. The maximum is/)]);
      const set = await catchRequestError(() => store().changeClock(workspace, () => clock));
      expect(set[0]).toBe(400);
    }
    expect(await store().exportWorld(workspace)).toEqual(before);
  });

  test('exports the world that was loaded', async () => {
    const workspace = await createTestWorkspace(store(), richWorld);
    expect(await store().exportWorld(workspace)).toEqual(richWorld);
    const other = await createTestWorkspace(store());
    expect(
      await store().loadWorld(other, JSON.parse(JSON.stringify(await store().exportWorld(workspace)))),
    ).toBeUndefined();
    expect(await store().exportWorld(other)).toEqual(richWorld);
    expect((await store().readWorkspaceState(other))?.programs).toEqual(richWorld.programs);
  });

  test('accepts IDs that are properties of JavaScript objects', async () => {
    const programs = ['__proto__', 'constructor', 'toString'].map((id) => createProgram(id));
    const users = `[{"platform":"discord","platformUserId":"__proto__",
      "cards":{"__proto__":{"card_a":1},"constructor":{"card_b":2},"toString":{"card_c":3}},
      "claims":{"__proto__":1,"constructor":2,"toString":3}}]`;
    const world: World = { ...plainWorld, programs, users: JSON.parse(users) };
    const workspace = await createTestWorkspace(store(), world);
    expect(JSON.stringify(await store().exportWorld(workspace))).toBe(
      JSON.stringify({ programs, users: JSON.parse(users), clock: world.clock }),
    );
  });

  test('stores a world of many users and programs', async () => {
    const users = Array.from(
      { length: 450 },
      (_, index): User => ({ ...someone, platformUserId: String(1_000 + index) }),
    );
    const { programs } = createManyPrograms(someone, 250, 4, noon);
    const world = { ...plainWorld, programs: [...programs, createProgram('program_1')], users };
    const workspace = await createTestWorkspace(store(), world);
    expect(await store().exportWorld(workspace)).toEqual(world);
  });

  test('replaces the whole world', async () => {
    const workspace = await createTestWorkspace(store(), richWorld);
    await store().loadWorld(workspace, { programs: [createProgram('program_1')], users: [someone] });
    const clock = { frozenAt: null, offset: 0 };
    const loaded = { programs: [createProgram('program_1')], users: [someone], clock };
    expect(await store().exportWorld(workspace)).toEqual(loaded);
    expect(await store().listKeys(workspace)).toEqual(initialApiKeys);
  });

  test('throws 400 for an invalid world, and changes nothing', async () => {
    const workspace = await createTestWorkspace(store(), richWorld);
    const versions = await store().readVersions(workspace, someone);
    const invalid = { ...plainWorld, users: [{ ...someone, cards: { program_2: { card_a: 1 } } }] };
    const message = 'The world is invalid: users[0].cards has the program "program_2", which does not exist.';
    expect(await catchRequestError(() => store().loadWorld(workspace, invalid))).toEqual([400, message]);
    expect(await catchRequestError(() => store().resetWorkspace(workspace, invalid))).toEqual([400, message]);
    expect(await catchRequestError(() => store().createWorkspace('invalid', invalid))).toEqual([400, message]);
    expect(await store().exportWorld(workspace)).toEqual(richWorld);
    expect(await store().readVersions(workspace, someone)).toEqual(versions);
    expect(await store().listWorkspaces()).not.toContain('invalid');
    expect(await catchRequestError(() => store().loadWorld('nowhere', plainWorld))).toEqual([
      404,
      'There is no workspace nowhere.',
    ]);
  });

  test('resets the world, the settings and injected faults of API keys, and the request log', async () => {
    const workspace = await createTestWorkspace(store(), richWorld);
    const mine = { keyName: 'mine', rateLimit: { requests: 1, per: 60_000 } };
    const { apiKey } = await store().createKey(workspace, mine);
    const created = await store().listKeys(workspace);
    await store().saveSnapshot(workspace, 'kept');
    await store().changeKey(workspace, 'default', { overdue: true });
    await store().changeKey(workspace, 'mine', { rateLimit: null });
    await store().consumeRequestBudget(workspace, 'mine', mine.rateLimit, noon);
    await store().injectFault(workspace, 'default', { cut: true });
    await store().clearInjectedFaults(workspace, 'failing');
    store().requestLog.record(workspace, createEntry(1));
    await store().requestLog.read(workspace, 1);

    expect(await store().resetWorkspace(workspace, plainWorld)).toBeUndefined();
    expect(await store().exportWorld(workspace)).toEqual({ ...plainWorld, users: [] });
    expect(await store().listKeys(workspace)).toEqual(created);
    expect(await store().consumeRequestBudget(workspace, 'mine', mine.rateLimit, noon)).toBe(0);
    expect(await store().requestLog.read(workspace, 1)).toEqual([]);
    expect(await store().listSnapshots(workspace)).toEqual(['kept']);
    expect(apiKey).toContain(workspace);
  });

  test('restores the world of a snapshot, until it is replaced or deleted', async () => {
    const workspace = await createTestWorkspace(store(), richWorld);
    const restore = () => store().restoreSnapshot(workspace, 'one');
    expect(await store().saveSnapshot(workspace, 'two')).toBeUndefined();
    await store().saveSnapshot(workspace, 'one');
    expect(await store().listSnapshots(workspace)).toEqual(['one', 'two']);
    await store().loadWorld(workspace, plainWorld);
    expect(await restore()).toBeUndefined();
    expect(await store().exportWorld(workspace)).toEqual(richWorld);
    await store().loadWorld(workspace, plainWorld);
    await store().saveSnapshot(workspace, 'one');
    await store().loadWorld(workspace, richWorld);
    await restore();
    expect(await store().exportWorld(workspace)).toEqual({ ...plainWorld, users: [] });
    expect(await store().deleteSnapshot(workspace, 'one')).toBeUndefined();
    const unknown = [404, `There is no snapshot one in the workspace ${workspace}.`];
    expect(await catchRequestError(restore)).toEqual(unknown);
    expect(await catchRequestError(() => store().deleteSnapshot(workspace, 'one'))).toEqual(unknown);
    expect(await store().listSnapshots(workspace)).toEqual(['two']);
    expect(await store().exportWorld(workspace)).toEqual({ ...plainWorld, users: [] });
  });
}
