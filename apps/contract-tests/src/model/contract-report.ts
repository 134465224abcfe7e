import type { BaselineResult } from './baseline.ts';
import type { CoverageReport } from './coverage-report.ts';
import type { RequirementId } from './requirements.ts';
import type { TrafficResult } from './traffic-result.ts';

/** The result of a run. It contains no API key. */
export interface ContractReport {
  readonly url: string;
  /** Pass it as `seed` to repeat the run with the same values. */
  readonly seed: number;
  /** How many requests were sent. */
  readonly requests: number;
  /** How long the run took, in milliseconds. */
  readonly duration: number;
  readonly checks: readonly CheckResult[];
  /** Every operation of the document, in its order. */
  readonly operations: readonly OperationResult[];
  /** How much of the contract was exercised. */
  readonly coverage: CoverageReport;
  /** What the option `require` demands, but the run has not exercised. Absent if it has exercised enough. */
  readonly tooLittle?: string;
  /** What the requests that can change data have done. Absent if such operations were not checked. */
  readonly writes?: WriteResult;
  /** What was read from recorded traffic. Absent if the suite has sent the requests. */
  readonly traffic?: TrafficResult;
  /** The violations, grouped by cause. */
  readonly findings: readonly Finding[];
  /** What became of the accepted deviations. Absent if there is no baseline. */
  readonly baseline?: BaselineResult;
  /** Why the run ended before everything was checked. Absent if everything was. */
  readonly ended?: string;
  /** How many checks passed. */
  readonly passed: number;
  /** How many checks failed. */
  readonly failed: number;
  /** How many checks were skipped. */
  readonly skipped: number;
}

/** Whether an operation of the document was checked. */
export interface OperationResult {
  readonly operationId: string;
  /** The HTTP method, for example `GET`. */
  readonly method: string;
  readonly path: string;
  readonly outcome: 'checked' | 'skipped';
  /** Why the operation was skipped. */
  readonly reason?: string;
  /** True if the option `only` left it out. */
  readonly isChosen?: boolean;
}

/** The requests of a run that can change data. */
export interface WriteResult {
  /** How many were sent. */
  readonly requests: number;
  /** How many resources they created. */
  readonly created: number;
  /** How many of these were deleted. The document has no operation to delete the others, or it failed. */
  readonly deleted: number;
}

export interface CheckResult {
  readonly id: string;
  /** A sentence that is true of a conforming server. */
  readonly title: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  /** How long the check took, in milliseconds. Absent if it runs on the responses of other checks. */
  readonly duration?: number;
  /** Why the check was skipped. */
  readonly reason?: string;
  /** What part was checked, if the check passed on a sample. */
  readonly sample?: string;
}

/** All violations with one cause. */
export interface Finding {
  /** The requirement that is violated. */
  readonly requirement: { readonly id: RequirementId; readonly text: string };
  /** What is violated, for example `percentage-not-rounded-down`. Stable between releases. */
  readonly code: string;
  /** Identifies the cause in a baseline. Stable between releases. */
  readonly fingerprint: string;
  /** Leads to the place in the JSON of the first response. Empty for the whole response. */
  readonly path: string;
  /** What the first response has, and what was expected, as a sentence for people. */
  readonly message: string;
  /** The first request, as a command. `$GIFTOIN_API_KEY` stands for the key. */
  readonly request: string;
  /** A summary of the first response. */
  readonly received: string;
  readonly expected: string;
  /** What probably causes the violations, if that is known. */
  readonly likelyCause?: string;
  /** A few other requests with the same violation. */
  readonly otherRequests: readonly string[];
  /** How many responses have the violation. */
  readonly times: number;
  /** The IDs of the checks that found it. The first one found it first. */
  readonly checks: readonly string[];
}
