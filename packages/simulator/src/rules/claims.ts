import { RequestError } from '@giftoin/http/portable';
import type { Program, ProgressSummary } from '@giftoin/types/sandbox-control';
import { computeProgress, type ProgramInventory } from '../world/progress.ts';

/** @throws {RequestError} 409 if there is no reward, or it is already claimed or cannot be claimed yet */
export function requireClaimable(program: Program, inventory: ProgramInventory, now: number): void {
  const { reward, status, collectedCount, size } = computeProgress(program, inventory, now);
  if (!reward) throw new RequestError(409, `The program ${program.id} has no reward.`);
  if (reward.isClaimed) throw new RequestError(409, `The reward of ${program.id} is already claimed.`);
  if (reward.canClaim) return;
  const reason =
    status === 'upcoming' ? 'the program has not started' : `the user owns ${collectedCount} of ${size} cards`;
  throw new RequestError(409, `The reward of ${program.id} cannot be claimed: ${reason}.`);
}

/** @throws {RequestError} 409 if the reward is not claimed */
export function requireClaimed({ id }: Program, { claimedAt }: ProgramInventory): void {
  if (claimedAt === undefined) throw new RequestError(409, `The reward of ${id} is not claimed.`);
}

/** The progress of a user in a program, as the control API returns it after a change. */
export function toProgressSummary(program: Program, inventory: ProgramInventory, now: number): ProgressSummary {
  const { id, size, collectedCount, status, reward } = computeProgress(program, inventory, now);
  const { canClaim = false, isClaimed = false } = reward ?? {};
  return { programId: id, size, collectedCount, status, canClaim, isClaimed };
}
