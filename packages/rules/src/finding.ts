import type { RuleId } from './rules.ts';

/** One place in an answer where a rule is broken. */
export interface Finding {
  readonly rule: RuleId;
  /** Leads to the place in the JSON of the answer, such as `[0].cards[2].isOwned`; empty for the answer as a whole. */
  readonly path: string;
  /** What is there and what was expected, with the values. */
  readonly sentence: string;
}
