import type { Exchange } from '../model/exchange.ts';
import type { SuiteViolation } from '../model/suite-violation.ts';

/** A violation, the check that found it, and the exchange that has it. */
export interface RecordedViolation extends SuiteViolation {
  readonly checkId: string;
  readonly exchange: Exchange;
}

/** Collects the violations of a run. */
export interface Recorder {
  readonly violations: readonly RecordedViolation[];
  /** The IDs of the checks that have failed. */
  readonly failed: ReadonlySet<string>;
  record(checkId: string, exchange: Exchange, violations: readonly SuiteViolation[]): void;
}

/** @param onViolation is called after each violation */
export function createRecorder(onViolation: () => void): Recorder {
  const violations: RecordedViolation[] = [];
  const failed = new Set<string>();
  return {
    violations,
    failed,
    record(checkId, exchange, found) {
      for (const violation of found) {
        violations.push({ ...violation, checkId, exchange });
        failed.add(checkId);
        onViolation();
      }
    },
  };
}
