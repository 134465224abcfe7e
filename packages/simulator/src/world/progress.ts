import type { CollectionChallengeProgress, Reward } from '@giftoin/types';
import type { Program, ProgramReward } from '@giftoin/types/sandbox-control';

/** The cards of one program that a user owns, and whether the user has claimed its reward. */
export interface ProgramInventory {
  /** The quantity of each card, by card ID. A missing card is not owned. */
  readonly cardQuantities: ReadonlyMap<string, number>;
  /** When the reward was claimed, in milliseconds since 1970-01-01T00:00:00Z. Undefined if it is not claimed. */
  readonly claimedAt: number | undefined;
}

export const emptyProgramInventory: ProgramInventory = { cardQuantities: new Map(), claimedAt: undefined };

/** Whether the API returns a program. Before its start and after its end, that depends on the program. */
export function isVisible({ duration: { start, end } }: Program, now: number): boolean {
  if (start && now < start.date) return start.showBefore;
  if (end && now >= end.date) return end.showAfter;
  return true;
}

/**
 * Computes the progress of a user in a program from the inventory of the user and the time.
 *
 * @param now milliseconds since 1970-01-01T00:00:00Z
 */
export function computeProgress(
  program: Program,
  inventory: ProgramInventory,
  now: number,
): CollectionChallengeProgress {
  const { start, end } = program.duration;
  const cards = program.cards.map(({ id, name, image, rarity }) => {
    const ownedQuantity = inventory.cardQuantities.get(id) ?? 0;
    return { name, id, image, ownedQuantity, isOwned: ownedQuantity > 0, rarity };
  });
  const size = cards.length;
  const collectedCount = cards.filter(({ isOwned }) => isOwned).length;
  const isStarted = !start || now >= start.date;
  const isComplete = size > 0 && collectedCount === size;
  const isEnded = end !== null && now >= end.date;
  return {
    id: program.id,
    name: program.name,
    image: program.image,
    description: program.description,
    size,
    cards,
    progressInPercentage: size === 0 ? 0 : Math.floor((100 * collectedCount) / size),
    environment: program.environment,
    createdTimestamp: program.createdTimestamp,
    timeLeft: end && Math.max(0, end.date - now),
    reward: program.reward ? toReward(program.reward, inventory.claimedAt, isComplete && isStarted) : null,
    status: !isStarted ? 'upcoming' : isComplete ? 'completed' : isEnded ? 'ended' : 'in_progress',
    collectedCount,
    duration: program.duration,
  };
}

/** The value is null until the reward is claimed. A completed collection can be claimed after the end too. */
function toReward(reward: NonNullable<ProgramReward>, claimedAt: number | undefined, isEarned: boolean): Reward {
  const isClaimed = claimedAt !== undefined;
  return {
    id: reward.id,
    name: reward.name,
    image: reward.image,
    description: reward.description,
    isClaimed,
    canClaim: isEarned && !isClaimed,
    value: isClaimed ? (reward.value ?? null) : null,
    claimedTimestamp: claimedAt ?? null,
    viewType: reward.viewType,
  };
}
