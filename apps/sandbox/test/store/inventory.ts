import type { ProgressSummary } from '@giftoin/types/sandbox-control';
import { expect, test } from 'vitest';
import type { InventoryKey, Store } from '../../src/store/index.ts';
import { newWorkspace, noon, plainWorld, programOf, refusalOf, times } from './test-worlds.ts';

const user = { platform: 'discord', platformUserId: '42' };

function standing(collectedCount: number, changes: Partial<ProgressSummary> = {}): ProgressSummary {
  const status = collectedCount === 3 ? 'completed' : 'in_progress';
  const canClaim = collectedCount === 3;
  return { programId: 'program_1', size: 3, collectedCount, status, canClaim, isClaimed: false, ...changes };
}

export function inventoryTests(store: () => Store): void {
  const newPlace = async (world = plainWorld): Promise<InventoryKey> => {
    return { workspace: await newWorkspace(store(), world), ...user, programId: 'program_1' };
  };
  const stored = ({ workspace }: InventoryKey, of = user) => store().readInventory(workspace, of);
  const owned = (cards: Record<string, number>, claimedAt?: number) =>
    new Map([['program_1', { cardQuantities: new Map(Object.entries(cards)), claimedAt }]]);

  test('who is granted a card owns so many more of it', async () => {
    const place = await newPlace();
    expect(await stored(place)).toEqual({ version: 0, programs: new Map() });
    expect(await store().grantCard(place, 'card_b', 2)).toEqual(standing(1));
    expect(await store().grantCard(place, 'card_b', 3)).toEqual(standing(1));
    expect(await store().grantCard(place, 'card_c', 1)).toEqual(standing(2));
    expect(await stored(place)).toEqual({ version: 3, programs: owned({ card_b: 5, card_c: 1 }) });
    expect(await stored(place, { ...user, platform: 'roblox' })).toEqual({ version: 0, programs: new Map() });
  });

  test('of what is revoked nobody owns less than nothing', async () => {
    const place = await newPlace();
    await store().grantCard(place, 'card_a', 5);
    expect(await store().revokeCard(place, 'card_a', 2)).toEqual(standing(1));
    expect(await stored(place)).toEqual({ version: 2, programs: owned({ card_a: 3 }) });
    expect(await store().revokeCard(place, 'card_a', 4)).toEqual(standing(0));
    expect(await store().revokeCard(place, 'card_a', 1)).toEqual(standing(0));
    expect(await stored(place)).toEqual({ version: 4, programs: new Map() });
    expect(await store().grantCard(place, 'card_a', 1)).toEqual(standing(1));
    expect(await stored(place)).toEqual({ version: 5, programs: owned({ card_a: 1 }) });
  });

  test('a collection is completed but for the last cards that are to be missing', async () => {
    const place = await newPlace();
    await store().grantCard(place, 'card_a', 7);
    expect(await store().completeCollection(place, 0)).toEqual(standing(3));
    expect(await stored(place)).toEqual({ version: 2, programs: owned({ card_a: 7, card_b: 1, card_c: 1 }) });
    expect(await store().completeCollection(place, 2)).toEqual(standing(1));
    expect(await stored(place)).toEqual({ version: 3, programs: owned({ card_a: 7 }) });
    expect(await store().completeCollection(place, 3)).toEqual(standing(0));
    const tooMany = await refusalOf(() => store().completeCollection(place, 4));
    expect(tooMany).toEqual([400, 'missing is 4, but program_1 has only 3 cards.']);
    expect(await stored(place)).toEqual({ version: 4, programs: new Map() });
  });

  test('a reward is claimed once, until the claim is taken back', async () => {
    const place = await newPlace();
    const claimed = standing(3, { canClaim: false, isClaimed: true });
    const notYet = [409, 'The reward of program_1 is not claimed.'];
    expect(await refusalOf(() => store().unclaimReward(place))).toEqual(notYet);
    await store().completeCollection(place, 0);
    expect(await store().claimReward(place)).toEqual(claimed);
    const again = await refusalOf(() => store().claimReward(place));
    expect(again).toEqual([409, 'The reward of program_1 is already claimed.']);
    const cards = { card_a: 1, card_b: 1, card_c: 1 };
    expect(await stored(place)).toEqual({ version: 2, programs: owned(cards, noon) });
    expect(await store().unclaimReward(place)).toEqual(standing(3));
    expect(await refusalOf(() => store().unclaimReward(place))).toEqual(notYet);
    expect(await stored(place)).toEqual({ version: 3, programs: owned(cards) });
    expect(await store().claimReward(place)).toEqual(claimed);
  });

  test('what cannot be claimed is refused with the reason', async () => {
    const start = { date: noon + 1, showBefore: true };
    const programs = [
      programOf('program_1'),
      programOf('without', { reward: null }),
      programOf('later', { duration: { start, end: null } }),
      programOf('over', { duration: { start: null, end: { date: noon, showAfter: false } } }),
    ];
    const place = await newPlace({ ...plainWorld, programs });
    const claim = async (programId: string, missing: number) => {
      await store().completeCollection({ ...place, programId }, missing);
      return refusalOf(() => store().claimReward({ ...place, programId }));
    };
    const no = 'The reward of program_1 cannot be claimed: the user owns 2 of 3 cards.';
    expect(await claim('program_1', 1)).toEqual([409, no]);
    expect(await claim('without', 0)).toEqual([409, 'The program without has no reward.']);
    expect(await claim('later', 0)).toEqual([
      409,
      'The reward of later cannot be claimed: the program has not started.',
    ]);
    await store().completeCollection({ ...place, programId: 'over' }, 0);
    expect(await store().claimReward({ ...place, programId: 'over' })).toEqual(
      standing(3, { programId: 'over', canClaim: false, isClaimed: true }),
    );
  });

  test('what does not exist is named, and nothing is changed', async () => {
    const place = await newPlace();
    const before = await store().readVersions(place.workspace, user);
    const noProgram = `There is no program program_2 in the workspace ${place.workspace}.`;
    const changes: ((where: InventoryKey) => Promise<unknown>)[] = [
      (where) => store().grantCard(where, 'card_a', 1),
      (where) => store().revokeCard(where, 'card_a', 1),
      (where) => store().completeCollection(where, 0),
      (where) => store().claimReward(where),
      (where) => store().unclaimReward(where),
    ];
    for (const change of changes) {
      expect(await refusalOf(() => change({ ...place, programId: 'program_2' }))).toEqual([404, noProgram]);
      const nowhere = await refusalOf(() => change({ ...place, workspace: 'nowhere' }));
      expect(nowhere).toEqual([404, 'There is no workspace nowhere.']);
    }
    const noCard = [404, 'There is no card card_z in program_1.'];
    expect(await refusalOf(() => store().grantCard(place, 'card_z', 1))).toEqual(noCard);
    expect(await refusalOf(() => store().revokeCard(place, 'card_z', 1))).toEqual(noCard);
    expect(await store().readVersions(place.workspace, user)).toEqual(before);
    expect(await stored(place)).toEqual({ version: 0, programs: new Map() });
  });

  test('nobody owns more of a card than the contract can say', async () => {
    const place = await newPlace();
    await store().grantCard(place, 'card_a', 2_000_000_000);
    const tooMany = await refusalOf(() => store().grantCard(place, 'card_a', 1));
    expect(tooMany).toEqual([409, 'The user would own 2000000001 copies of card_a. The maximum is 2000000000.']);
    expect(await stored(place)).toEqual({ version: 1, programs: owned({ card_a: 2_000_000_000 }) });
  });

  test('of grants at the same time none is lost', async () => {
    const place = await newPlace();
    await times(50, () => store().grantCard(place, 'card_a', 1));
    expect(await stored(place)).toEqual({ version: 50, programs: owned({ card_a: 50 }) });
  });
}
