import type { Violation } from '@giftoin/protocol';
import type { RequirementId } from './requirements.ts';
import { type RuleCode, ruleCodes } from './rule-codes.ts';

/** A violation of one of the requirements. */
export interface RuleViolation extends Violation<RuleCode> {
  readonly requirement: RequirementId;
}

/** The values that come with a code, by their names. */
type ValuesByCode = {
  readonly [Code in RuleCode]: Readonly<Record<(typeof ruleCodes)[Code]['values'][number], unknown>>;
};

export function createViolation<Code extends RuleCode>(
  code: Code,
  path: string,
  values: ValuesByCode[Code],
  message: string,
): RuleViolation {
  return { code, requirement: ruleCodes[code].requirement, path, values, message };
}
