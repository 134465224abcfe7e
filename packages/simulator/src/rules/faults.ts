import { RequestError } from '@giftoin/http/portable';
import type { InjectedFault } from '@giftoin/types/sandbox-control';

/** @throws {RequestError} 400 if an injected fault has no effect */
export function requireEffect({ status, delay, cut }: InjectedFault): void {
  if (status !== undefined || delay !== undefined || cut) return;
  throw new RequestError(400, 'The injected fault has no effect. Set status, delay or cut.');
}

/** Whether a request belongs to a share: evenly spread and not random, so that tests are repeatable. */
export function isInShare(share = 1, requestNumber: number): boolean {
  return Math.floor(requestNumber * share) > Math.floor((requestNumber - 1) * share);
}
