import type { StatementId } from './statements.ts';

/** What a run found out. No text in it holds an API key. */
export interface ContractReport {
  readonly url: string;
  /** Makes the same run again. */
  readonly seed: number;
  /** How many requests were sent. */
  readonly requests: number;
  /** How long the run took, in milliseconds. */
  readonly duration: number;
  readonly checks: readonly CheckResult[];
  /** What is broken, each cause once. */
  readonly findings: readonly Finding[];
  /** Why the run ended before everything was checked, where it did. */
  readonly ended?: string;
  /** How many checks passed, failed, and were skipped. */
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export interface CheckResult {
  readonly id: string;
  /** A sentence that is true of a server that keeps the contract. */
  readonly title: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  /** Why the check was skipped. */
  readonly reason?: string;
}

/** One thing that is broken, however often it was met. */
export interface Finding {
  /** The statement of the contract that is broken. */
  readonly statement: { readonly id: StatementId; readonly text: string };
  /** What is broken, in a sentence. */
  readonly sentence: string;
  /** The first request that showed it, as a command; the key stands in it as `$GIFTOIN_API_KEY`. */
  readonly request: string;
  /** What came back. */
  readonly received: string;
  readonly expected: string;
  /** What is known to cause it, where something is. */
  readonly likelyCause?: string;
  /** A few other requests that showed it. */
  readonly otherRequests: readonly string[];
  /** How many answers showed it. */
  readonly times: number;
  /** The ids of the checks that failed for it; the first is the one that met it first. */
  readonly checks: readonly string[];
}
