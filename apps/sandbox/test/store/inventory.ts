import type { InventoryKey } from '@giftoin/simulator/sandbox';
import type { ProgressSummary } from '@giftoin/types/sandbox-control';
import { expect, test } from 'vitest';
import type { SqlStore } from '../../src/store/index.ts';
import {
  catchRequestError,
  createProgram,
  createTestWorkspace,
  noon,
  plainWorld,
  runConcurrently,
} from './test-worlds.ts';

const user = { platform: 'discord', platformUserId: '42' };

function createSummary(collectedCount: number, changes: Partial<ProgressSummary> = {}): ProgressSummary {
  const status = collectedCount === 3 ? 'completed' : 'in_progress';
  const canClaim = collectedCount === 3;
  return { programId: 'program_1', size: 3, collectedCount, status, canClaim, isClaimed: false, ...changes };
}

export function inventoryTests(store: () => SqlStore): void {
  const createKey = async (world = plainWorld): Promise<InventoryKey> => {
    return { workspace: await createTestWorkspace(store(), world), ...user, programId: 'program_1' };
  };
  const read = async ({ workspace }: InventoryKey, id = user) => {
    const { workspaceVersion, ...inventory } = await store().readInventory(workspace, id);
    expect(workspaceVersion).toBe((await store().readVersions(workspace))?.workspace);
    return inventory;
  };
  const createPrograms = (cards: Record<string, number>, claimedAt?: number) =>
    new Map([['program_1', { cardQuantities: new Map(Object.entries(cards)), claimedAt }]]);

  test('grantCard adds copies of a card', async () => {
    const key = await createKey();
    expect(await read(key)).toEqual({ version: 0, programs: new Map() });
    expect(await store().grantCard(key, 'card_b', 2)).toEqual(createSummary(1));
    expect(await store().grantCard(key, 'card_b', 3)).toEqual(createSummary(1));
    expect(await store().grantCard(key, 'card_c', 1)).toEqual(createSummary(2));
    expect(await read(key)).toEqual({ version: 3, programs: createPrograms({ card_b: 5, card_c: 1 }) });
    expect(await read(key, { ...user, platform: 'roblox' })).toEqual({ version: 0, programs: new Map() });
  });

  test('revokeCard removes copies of a card, at most those that the user owns', async () => {
    const key = await createKey();
    await store().grantCard(key, 'card_a', 5);
    expect(await store().revokeCard(key, 'card_a', 2)).toEqual(createSummary(1));
    expect(await read(key)).toEqual({ version: 2, programs: createPrograms({ card_a: 3 }) });
    expect(await store().revokeCard(key, 'card_a', 4)).toEqual(createSummary(0));
    expect(await store().revokeCard(key, 'card_a', 1)).toEqual(createSummary(0));
    expect(await read(key)).toEqual({ version: 4, programs: new Map() });
    expect(await store().grantCard(key, 'card_a', 1)).toEqual(createSummary(1));
    expect(await read(key)).toEqual({ version: 5, programs: createPrograms({ card_a: 1 }) });
  });

  test('completeCollection adds all cards but the last missing ones', async () => {
    const key = await createKey();
    await store().grantCard(key, 'card_a', 7);
    expect(await store().completeCollection(key, 0)).toEqual(createSummary(3));
    expect(await read(key)).toEqual({ version: 2, programs: createPrograms({ card_a: 7, card_b: 1, card_c: 1 }) });
    expect(await store().completeCollection(key, 2)).toEqual(createSummary(1));
    expect(await read(key)).toEqual({ version: 3, programs: createPrograms({ card_a: 7 }) });
    expect(await store().completeCollection(key, 3)).toEqual(createSummary(0));
    const tooMany = await catchRequestError(() => store().completeCollection(key, 4));
    expect(tooMany).toEqual([400, 'missing is 4, but program_1 has only 3 cards.']);
    expect(await read(key)).toEqual({ version: 4, programs: new Map() });
  });

  test('claims a reward once, until the claim is canceled', async () => {
    const key = await createKey();
    const claimed = createSummary(3, { canClaim: false, isClaimed: true });
    const notYet = [409, 'The reward of program_1 is not claimed.'];
    expect(await catchRequestError(() => store().unclaimReward(key))).toEqual(notYet);
    await store().completeCollection(key, 0);
    expect(await store().claimReward(key)).toEqual(claimed);
    const again = await catchRequestError(() => store().claimReward(key));
    expect(again).toEqual([409, 'The reward of program_1 is already claimed.']);
    const cards = { card_a: 1, card_b: 1, card_c: 1 };
    expect(await read(key)).toEqual({ version: 2, programs: createPrograms(cards, noon) });
    expect(await store().unclaimReward(key)).toEqual(createSummary(3));
    expect(await catchRequestError(() => store().unclaimReward(key))).toEqual(notYet);
    expect(await read(key)).toEqual({ version: 3, programs: createPrograms(cards) });
    expect(await store().claimReward(key)).toEqual(claimed);
  });

  test('throws 409 with the reason if a reward cannot be claimed', async () => {
    const start = { date: noon + 1, showBefore: true };
    const programs = [
      createProgram('program_1'),
      createProgram('without', { reward: null }),
      createProgram('later', { duration: { start, end: null } }),
      createProgram('over', { duration: { start: null, end: { date: noon, showAfter: false } } }),
    ];
    const key = await createKey({ ...plainWorld, programs });
    const claim = async (programId: string, missing: number) => {
      await store().completeCollection({ ...key, programId }, missing);
      return catchRequestError(() => store().claimReward({ ...key, programId }));
    };
    const no = 'The reward of program_1 cannot be claimed: the user owns 2 of 3 cards.';
    expect(await claim('program_1', 1)).toEqual([409, no]);
    expect(await claim('without', 0)).toEqual([409, 'The program without has no reward.']);
    expect(await claim('later', 0)).toEqual([
      409,
      'The reward of later cannot be claimed: the program has not started.',
    ]);
    await store().completeCollection({ ...key, programId: 'over' }, 0);
    expect(await store().claimReward({ ...key, programId: 'over' })).toEqual(
      createSummary(3, { programId: 'over', canClaim: false, isClaimed: true }),
    );
  });

  test('throws 404 for an unknown program, workspace or card, and changes nothing', async () => {
    const key = await createKey();
    const before = await store().readVersions(key.workspace, user);
    const noProgram = `There is no program program_2 in the workspace ${key.workspace}.`;
    const changes: ((changed: InventoryKey) => Promise<unknown>)[] = [
      (changed) => store().grantCard(changed, 'card_a', 1),
      (changed) => store().revokeCard(changed, 'card_a', 1),
      (changed) => store().completeCollection(changed, 0),
      (changed) => store().claimReward(changed),
      (changed) => store().unclaimReward(changed),
    ];
    for (const change of changes) {
      expect(await catchRequestError(() => change({ ...key, programId: 'program_2' }))).toEqual([404, noProgram]);
      const nowhere = await catchRequestError(() => change({ ...key, workspace: 'nowhere' }));
      expect(nowhere).toEqual([404, 'There is no workspace nowhere.']);
    }
    const noCard = [404, 'There is no card card_z in program_1.'];
    expect(await catchRequestError(() => store().grantCard(key, 'card_z', 1))).toEqual(noCard);
    expect(await catchRequestError(() => store().revokeCard(key, 'card_z', 1))).toEqual(noCard);
    expect(await store().readVersions(key.workspace, user)).toEqual(before);
    expect(await read(key)).toEqual({ version: 0, programs: new Map() });
  });

  test('limits the quantity of a card to the maximum of the contract', async () => {
    const key = await createKey();
    await store().grantCard(key, 'card_a', 2_000_000_000);
    const tooMany = await catchRequestError(() => store().grantCard(key, 'card_a', 1));
    expect(tooMany).toEqual([409, 'The user would own 2000000001 copies of card_a. The maximum is 2000000000.']);
    expect(await read(key)).toEqual({ version: 1, programs: createPrograms({ card_a: 2_000_000_000 }) });
  });

  test('loses no concurrent grants', async () => {
    const key = await createKey();
    await runConcurrently(50, () => store().grantCard(key, 'card_a', 1));
    expect(await read(key)).toEqual({ version: 50, programs: createPrograms({ card_a: 50 }) });
  });
}
