/** How much of the contract a run has exercised. */
export interface CoverageReport {
  /** The requirements that a check could have found to be violated. */
  readonly rules: CoverageShare;
  /** What a program can show, for example a claimed reward. Absent if the document has no programs. */
  readonly situations?: CoverageShare;
  /** The properties of the schemas, for example `Card.rarity`, that a response has, with another value than null. */
  readonly properties: CoverageShare;
  /** The documented status codes of each operation, for example `getThing 404`, that a response has. */
  readonly statuses: CoverageShare;
}

export interface CoverageShare {
  readonly exercised: number;
  readonly total: number;
  /** What was not exercised. */
  readonly missing: readonly string[];
}

/**
 * How much a run must have exercised: nothing; some progress of the user; every rule; or every rule, property and status
 * code.
 */
export const coverageRequirements = ['nothing', 'progress', 'rules', 'all'] as const;

export type CoverageRequirement = (typeof coverageRequirements)[number];
