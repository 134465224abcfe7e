import type { Shown } from '../model/check.ts';
import type { Exchange } from '../model/exchange.ts';
import type { SuiteViolation } from '../model/suite-violation.ts';
import { createViolationIdentity } from '../reports/violation-identity.ts';
import { toKeptExchange } from './to-kept-exchange.ts';

/** How many causes are kept. A response can have any number of properties, and each can be a cause. */
const maximumCauses = 300;

/** A violation, the check that found it, and the exchange that has it. */
export interface RecordedViolation extends SuiteViolation {
  readonly checkId: string;
  readonly exchange: Exchange;
}

/** Collects the violations of a run: of each cause, one for each check and exchange. */
export interface Recorder {
  readonly violations: readonly RecordedViolation[];
  /** The IDs of the checks that have failed. */
  readonly failed: ReadonlySet<string>;
  /** The causes that the exchanges of a check have excluded, by its ID. */
  readonly excludedCauses: ReadonlyMap<string, ReadonlySet<string>>;
  /** What part a check has checked, by its ID, if it was a sample. */
  readonly samples: Map<string, string>;
  /** The expected status codes that the server has returned at least once. */
  readonly returnedStatuses: ReadonlySet<string>;
  record(checkId: string, exchange: Exchange, violations: readonly SuiteViolation[], shown?: Shown): void;
}

/** @param onViolation is called after each violation */
export function createRecorder(onViolation: () => void): Recorder {
  const violations: RecordedViolation[] = [];
  const failed = new Set<string>();
  const causes = new Set<string>();
  const excludedCauses = new Map<string, Set<string>>();
  const returnedStatuses = new Set<string>();
  return {
    violations,
    failed,
    excludedCauses,
    samples: new Map(),
    returnedStatuses,
    record(checkId, exchange, found, shown) {
      if (shown && found.length === 0) {
        if (shown.expectedStatus !== undefined) returnedStatuses.add(shown.expectedStatus);
        const excluded = excludedCauses.get(checkId) ?? new Set();
        for (const cause of shown.excludedCauses) excluded.add(cause);
        excludedCauses.set(checkId, excluded);
      }
      const seen = new Set<string>();
      for (const violation of found) {
        failed.add(checkId);
        const identity = createViolationIdentity(violation);
        if (seen.has(identity) || (causes.size >= maximumCauses && !causes.has(identity))) continue;
        seen.add(identity);
        causes.add(identity);
        violations.push({ ...violation, checkId, exchange: toKeptExchange(exchange) });
        onViolation();
      }
    },
  };
}
