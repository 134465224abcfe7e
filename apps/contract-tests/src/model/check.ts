import type { Operation } from '@giftoin/openapi';
import type { CompleteExchange, Exchange } from './exchange.ts';
import type { RequirementId } from './requirements.ts';
import type { SuiteViolation } from './suite-violation.ts';
import type { TestRequest } from './test-request.ts';

/** A check of one thing that the contract requires. */
export interface Check {
  /** Stable between runs and releases, for example `listCollectionChallengeProgress/valid-key/x-gft-api-key`. */
  readonly id: string;
  /** A sentence that is true of a conforming server. */
  readonly title: string;
  readonly requirement: RequirementId;
  /** Why the check cannot run against this server. The report lists it as skipped. */
  readonly skip?: string | undefined;
  /** Sends requests and records violations. */
  run?(context: CheckContext): Promise<void>;
}

/** What an exchange without violations has shown. */
export interface Shown {
  /** Causes of violations that would have shown here. */
  readonly excludedCauses: readonly string[];
  /** The status code that was expected and returned, see `formatExpectedStatus`. Undefined if another one is tolerated. */
  readonly expectedStatus: string | undefined;
}

/** What a check can do. */
export interface CheckContext {
  /** Sends a request. Returns undefined if there is no response, which is then recorded as a violation. */
  send(operation: Operation, request?: TestRequest): Promise<CompleteExchange | undefined>;
  /** @param shown what the exchange has shown to be right, if it has no violations */
  record(exchange: Exchange, violations: readonly SuiteViolation[], shown?: Shown): void;
  /** Says which part of all was checked, if the budget allows only a sample. */
  stateSample(text: string): void;
  /** How many more requests the budget allows. */
  remainingRequests(): number;
}

/** A check throws this error if it finds out that it cannot run against this server. The message says why. */
export class SkippedError extends Error {
  override readonly name = 'SkippedError';
}

/** No more requests can be sent. The message says why, and completes "skipped: …". */
export class ExhaustedError extends Error {
  override readonly name = 'ExhaustedError';
}
