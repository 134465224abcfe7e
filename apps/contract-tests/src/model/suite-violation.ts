import type { Violation } from '@giftoin/protocol';
import type { RequirementId } from './requirements.ts';
import type { TestRequest } from './test-request.ts';

/** A violation of one of the requirements of the suite. */
export interface SuiteViolation extends Violation {
  readonly requirement: RequirementId;
  /** The response that was expected, for people. */
  readonly expected: string;
  /** What can cause the violation, for people. One of several counts only if the others are excluded. */
  readonly likelyCause?: string | readonly string[] | undefined;
  /** The request of the other response, if two were compared. */
  readonly comparedWith?: TestRequest;
}

/** Formats the message of a violation. */
export type FormatMessage = (violation: Violation & { readonly requirement: RequirementId }) => string;

/** Creates a violation, with its message formatted as the options of the run require. */
export function createViolation<Type extends SuiteViolation>(
  { formatMessage }: { readonly formatMessage: FormatMessage },
  violation: Type,
): Type {
  return { ...violation, message: formatMessage(violation) };
}
