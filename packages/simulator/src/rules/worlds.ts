import { RequestError } from '@giftoin/http/portable';
import type { World } from '@giftoin/types/sandbox-control';
import { validateWorld } from '../world/validate-world.ts';

/** How many validation errors a message lists. */
export const maxErrors = 10;

/** @throws {RequestError} 400 if a world is invalid */
export function requireValidWorld(world: World): void {
  requireNoErrors(validateWorld(world));
}

/**
 * @param errors those of `validateInSteps`
 * @throws {RequestError} 400 if there are errors
 */
export function requireNoErrors(errors: readonly string[]): void {
  if (errors.length > 0) throw new RequestError(400, `The world is invalid: ${errors.slice(0, maxErrors).join(' ')}`);
}
