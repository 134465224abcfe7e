import type { RequirementId } from './requirements.ts';

/** What a code of a violation means. */
export interface RuleCodeInfo {
  readonly requirement: RequirementId;
  readonly meaning: string;
  /** The names of the values that come with the code. */
  readonly values: readonly string[];
}
