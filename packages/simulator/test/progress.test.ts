import { checkList, checkListAgainstOne, checkProgress } from '@giftoin/rules';
import type { Program } from '@giftoin/types/sandbox-control';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createWinterChallenge } from '../src/world/default-world.ts';
import { computeProgress, isVisible, type ProgramInventory } from '../src/world/progress.ts';

const day = 86_400_000;
const noon = Date.UTC(2026, 0, 15, 12);
const program = createWinterChallenge(noon);
const createInventory = (count: number, claimedAt?: number): ProgramInventory => ({
  cardQuantities: new Map(program.cards.slice(0, count).map(({ id }) => [id, 1])),
  claimedAt,
});
const startingAt = (date: number, showBefore = true): Program => ({
  ...program,
  duration: { start: { date, showBefore }, end: null },
});
const endingAt = (date: number, showAfter = true): Program => ({
  ...program,
  duration: { start: null, end: { date, showAfter } },
});

test.each([
  [0, 0],
  [1, 10],
  [9, 90],
  [10, 100],
])('%i of ten cards are %i percent', (count, percent) => {
  const { collectedCount, progressInPercentage, size } = computeProgress(program, createInventory(count), noon);
  expect({ collectedCount, progressInPercentage, size }).toEqual({
    collectedCount: count,
    progressInPercentage: percent,
    size: 10,
  });
});

test('rounds the percentage down: two of three cards are 66 percent', () => {
  const three = { ...program, cards: program.cards.slice(0, 3) };
  expect(computeProgress(three, createInventory(2), noon).progressInPercentage).toBe(66);
});

test('a collection without cards is at 0 percent and never completed', () => {
  expect(computeProgress({ ...program, cards: [] }, createInventory(0), noon)).toMatchObject({
    size: 0,
    progressInPercentage: 0,
    status: 'in_progress',
    reward: { canClaim: false },
  });
});

test.each([
  ['before the start', startingAt(noon + 1), 10, 'upcoming'],
  ['at the start', startingAt(noon), 0, 'in_progress'],
  ['complete', program, 10, 'completed'],
  ['complete, after the end', endingAt(noon), 10, 'completed'],
  ['at the end', endingAt(noon), 9, 'ended'],
  ['just before the end', endingAt(noon + 1), 9, 'in_progress'],
  ['without start and end', { ...program, duration: { start: null, end: null } }, 9, 'in_progress'],
] as const)('returns the status %s', (_, which, count, status) => {
  expect(computeProgress(which, createInventory(count), noon).status).toBe(status);
});

test.each([
  ['before the start, shown', startingAt(noon + 1), true],
  ['before the start, hidden', startingAt(noon + 1, false), false],
  ['at the start', startingAt(noon, false), true],
  ['just before the end', endingAt(noon + 1, false), true],
  ['after the end, shown', endingAt(noon), true],
  ['after the end, hidden', endingAt(noon, false), false],
] as const)('decides whether a program is visible %s', (_, which, visible) => {
  expect(isVisible(which, noon)).toBe(visible);
});

test('returns null for timeLeft without an end, and never less than 0', () => {
  expect(computeProgress(startingAt(noon), createInventory(0), noon).timeLeft).toBeNull();
  expect(computeProgress(endingAt(noon + 5), createInventory(0), noon).timeLeft).toBe(5);
  expect(computeProgress(endingAt(noon - 5), createInventory(0), noon).timeLeft).toBe(0);
});

test('returns the value of a reward only after it is claimed', () => {
  const rewardAt = (inventory: ProgramInventory, which: Program = program) => {
    const { canClaim, isClaimed, value, claimedTimestamp } = computeProgress(which, inventory, noon).reward ?? {};
    return { canClaim, isClaimed, value, claimedTimestamp };
  };
  const hidden = { isClaimed: false, value: null, claimedTimestamp: null };
  expect(rewardAt(createInventory(9))).toEqual({ canClaim: false, ...hidden });
  expect(rewardAt(createInventory(10))).toEqual({ canClaim: true, ...hidden });
  expect(rewardAt(createInventory(10), startingAt(noon + day))).toEqual({ canClaim: false, ...hidden });
  const claimed = { canClaim: false, isClaimed: true, value: 'text', claimedTimestamp: noon - day };
  expect(rewardAt(createInventory(10, noon - day))).toEqual(claimed);
  // A card that is revoked later does not cancel the claim.
  expect(rewardAt(createInventory(9, noon - day))).toEqual(claimed);
});

test('returns null for the reward of a program without one', () => {
  expect(computeProgress({ ...program, reward: null }, createInventory(10), noon).reward).toBeNull();
});

const moment = fc.integer({ min: noon - 30 * day, max: noon + 30 * day });
const programArbitrary = fc
  .record({ size: fc.nat(12), start: fc.option(moment), length: fc.option(fc.nat(40 * day)), hasReward: fc.boolean() })
  .map(({ size, start, length, hasReward }): Program => {
    const cards = Array.from({ length: size }, (_, at) => ({ ...program.cards[0], id: `card_${at}` }) as never);
    const from = start ?? noon;
    return {
      ...program,
      cards,
      reward: hasReward ? (program.reward ?? null) : null,
      duration: {
        start: start === null ? null : { date: start, showBefore: size % 2 === 0 },
        end: length === null ? null : { date: from + length, showAfter: size % 3 === 0 },
      },
    };
  });

test('follows the rules of the contract for any programs, inventories and time', () => {
  fc.assert(
    fc.property(
      fc.array(programArbitrary, { maxLength: 5 }),
      fc.array(fc.array(fc.nat(4), { maxLength: 12 }), { minLength: 5, maxLength: 5 }),
      fc.array(fc.option(moment), { minLength: 5, maxLength: 5 }),
      moment,
      (programs, owned, claims, now) => {
        const list = programs
          .map((each, index) => ({ ...each, id: `program_${index}` }))
          .filter((each) => isVisible(each, now))
          .map((each, index) => {
            const cardQuantities = new Map(owned[index]?.map((quantity, at) => [`card_${at}`, quantity]));
            const claimedAt = each.reward ? (claims[index] ?? undefined) : undefined;
            return computeProgress(each, { cardQuantities, claimedAt }, now);
          });
        expect(checkList(list)).toEqual([]);
        for (const one of list) {
          expect(checkProgress(one)).toEqual([]);
          expect(checkListAgainstOne(list, one.id, one)).toEqual([]);
        }
      },
    ),
    { numRuns: 500 },
  );
});
