import type { InjectedFault } from '@giftoin/types/sandbox-control';
import { otherFaults } from './url-state.ts';

/** The fault of a name: a status code, or one of `otherFaults`. It is applied to the next request. */
export function toFault(name: string): InjectedFault {
  const fault = Object.hasOwn(otherFaults, name)
    ? otherFaults[name as keyof typeof otherFaults].fault
    : { status: Number(name) as 500 };
  return { ...fault, times: 1 };
}
