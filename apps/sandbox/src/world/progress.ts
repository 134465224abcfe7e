import type { CollectionChallengeProgress, Reward } from '@giftoin/types';
import type { Program, ProgramReward } from '@giftoin/types/sandbox-control';

/** What one user owns and has claimed of one program. */
export interface ProgramInventory {
  /** How many of each card, by its id. A card that is not there is not owned. */
  readonly cardQuantities: ReadonlyMap<string, number>;
  /** When the reward was claimed, in milliseconds since 1970-01-01T00:00:00Z; undefined where it is not. */
  readonly claimedAt: number | undefined;
}

export const emptyProgramInventory: ProgramInventory = { cardQuantities: new Map(), claimedAt: undefined };

/** Whether the API shows a program: before its start and after its end only where the program says so. */
export function isVisible({ duration: { start, end } }: Program, now: number): boolean {
  if (start && now < start.date) return start.showBefore;
  if (end && now >= end.date) return end.showAfter;
  return true;
}

/**
 * A user's progress in a program, computed from what the user owns and the time.
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

/** The value stays hidden until it is claimed. Who completed in time can claim after the end too. */
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
