import type { User, World } from '@giftoin/types/sandbox-control';
import { expect, test } from 'vitest';
import type { Store } from '../../src/store/index.ts';
import { createManyPrograms } from '../../src/world/many-programs.ts';
import { initialApiKeys } from './api-keys.ts';
import { entryOf } from './request-log.ts';
import { newWorkspace, noon, plainWorld, programOf, refusalOf } from './test-worlds.ts';

const someone: User = { platform: 'discord', platformUserId: '42', cards: { program_1: { card_a: 2 } }, claims: {} };

/** A world with something of everything, as it is exported: users in the order of their names, their cards in that of theirs. */
const richWorld: World = {
  programs: [
    programOf('program_z', { reward: null, cards: [] }),
    programOf('program_a', { environment: 'test', duration: { start: null, end: null } }),
    programOf('program_m', { name: 'A "quoted" name, a \\ and an emoji: 🎁' }),
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

export function worldTests(store: () => Store): void {
  test('what is exported and loaded is the same world', async () => {
    const workspace = await newWorkspace(store(), richWorld);
    expect(await store().exportWorld(workspace)).toEqual(richWorld);
    const other = await newWorkspace(store());
    expect(
      await store().loadWorld(other, JSON.parse(JSON.stringify(await store().exportWorld(workspace)))),
    ).toBeUndefined();
    expect(await store().exportWorld(other)).toEqual(richWorld);
    expect((await store().readWorkspaceState(other))?.programs).toEqual(richWorld.programs);
  });

  test('names that JavaScript has a use for are names like others', async () => {
    const programs = ['__proto__', 'constructor', 'toString'].map((id) => programOf(id));
    const users = `[{"platform":"discord","platformUserId":"__proto__",
      "cards":{"__proto__":{"card_a":1},"constructor":{"card_b":2},"toString":{"card_c":3}},
      "claims":{"__proto__":1,"constructor":2,"toString":3}}]`;
    const world: World = { ...plainWorld, programs, users: JSON.parse(users) };
    const workspace = await newWorkspace(store(), world);
    expect(JSON.stringify(await store().exportWorld(workspace))).toBe(
      JSON.stringify({ programs, users: JSON.parse(users), clock: world.clock }),
    );
  });

  test('a world of many users and programs is stored whole', async () => {
    const users = Array.from(
      { length: 450 },
      (_, index): User => ({ ...someone, platformUserId: String(1_000 + index) }),
    );
    const { programs } = createManyPrograms(someone, 250, 4, noon);
    const world = { ...plainWorld, programs: [...programs, programOf('program_1')], users };
    const workspace = await newWorkspace(store(), world);
    expect(await store().exportWorld(workspace)).toEqual(world);
  });

  test('what is loaded takes the place of all that was there', async () => {
    const workspace = await newWorkspace(store(), richWorld);
    await store().loadWorld(workspace, { programs: [programOf('program_1')], users: [someone] });
    const clock = { frozenAt: null, offset: 0 };
    const loaded = { programs: [programOf('program_1')], users: [someone], clock };
    expect(await store().exportWorld(workspace)).toEqual(loaded);
    expect(await store().listKeys(workspace)).toEqual(initialApiKeys);
  });

  test('a world that does not fit together is refused, and changes nothing', async () => {
    const workspace = await newWorkspace(store(), richWorld);
    const versions = await store().readVersions(workspace, someone);
    const misfit = { ...plainWorld, users: [{ ...someone, cards: { program_2: { card_a: 1 } } }] };
    const sentence = 'The world is invalid: users[0].cards has the program "program_2", which does not exist.';
    expect(await refusalOf(() => store().loadWorld(workspace, misfit))).toEqual([400, sentence]);
    expect(await refusalOf(() => store().resetWorkspace(workspace, misfit))).toEqual([400, sentence]);
    expect(await refusalOf(() => store().createWorkspace('misfit', misfit))).toEqual([400, sentence]);
    expect(await store().exportWorld(workspace)).toEqual(richWorld);
    expect(await store().readVersions(workspace, someone)).toEqual(versions);
    expect(await store().listWorkspaces()).not.toContain('misfit');
    expect(await refusalOf(() => store().loadWorld('nowhere', plainWorld))).toEqual([
      404,
      'There is no workspace nowhere.',
    ]);
  });

  test('a reset brings back the world, the settings and faults of keys, and an empty journal', async () => {
    const workspace = await newWorkspace(store(), richWorld);
    const mine = { keyName: 'mine', rateLimit: { requests: 1, per: 60_000 } };
    const { apiKey } = await store().createKey(workspace, mine);
    const created = await store().listKeys(workspace);
    await store().saveSnapshot(workspace, 'kept');
    await store().changeKey(workspace, 'default', { overdue: true });
    await store().changeKey(workspace, 'mine', { rateLimit: null });
    await store().consumeRequestBudget(workspace, 'mine', mine.rateLimit, noon);
    await store().injectFault(workspace, 'default', { cut: true });
    await store().clearInjectedFaults(workspace, 'failing');
    store().requestLog.record(workspace, entryOf(1));
    await store().requestLog.read(workspace, 1);

    expect(await store().resetWorkspace(workspace, plainWorld)).toBeUndefined();
    expect(await store().exportWorld(workspace)).toEqual({ ...plainWorld, users: [] });
    expect(await store().listKeys(workspace)).toEqual(created);
    expect(await store().consumeRequestBudget(workspace, 'mine', mine.rateLimit, noon)).toBe(0);
    expect(await store().requestLog.read(workspace, 1)).toEqual([]);
    expect(await store().listSnapshots(workspace)).toEqual(['kept']);
    expect(apiKey).toContain(workspace);
  });

  test('a snapshot keeps the world of its moment, until it is saved anew or deleted', async () => {
    const workspace = await newWorkspace(store(), richWorld);
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
    const gone = [404, `There is no snapshot one in the workspace ${workspace}.`];
    expect(await refusalOf(restore)).toEqual(gone);
    expect(await refusalOf(() => store().deleteSnapshot(workspace, 'one'))).toEqual(gone);
    expect(await store().listSnapshots(workspace)).toEqual(['two']);
    expect(await store().exportWorld(workspace)).toEqual({ ...plainWorld, users: [] });
  });
}
