import type { AcceptedDeviation, BaselineResult } from '../model/baseline.ts';
import type { CheckResult, Finding } from '../model/contract-report.ts';

/** The findings that count, the checks without the accepted ones, and what became of the baseline. */
export interface AppliedBaseline {
  readonly findings: readonly Finding[];
  readonly checks: readonly CheckResult[];
  readonly baseline: BaselineResult;
}

interface Run {
  readonly findings: readonly Finding[];
  readonly checks: readonly CheckResult[];
  /** Whether everything was checked, so that a deviation that was not found is gone. */
  readonly isComplete: boolean;
  /** In milliseconds. */
  readonly now: number;
}

/** Separates the findings that a baseline accepts from those that count. */
export function applyBaseline(deviations: readonly AcceptedDeviation[], run: Run): AppliedBaseline {
  const today = new Date(run.now).toISOString().slice(0, 10);
  const isExpired = ({ until }: AcceptedDeviation) => until !== undefined && until < today;
  const valid = new Map(deviations.filter((each) => !isExpired(each)).map((each) => [each.fingerprint, each]));
  const found = new Set(run.findings.map(({ fingerprint }) => fingerprint));
  const findings = run.findings.filter(({ fingerprint }) => !valid.has(fingerprint));
  const accepted = run.findings.flatMap(({ fingerprint, message, checks }) => {
    const deviation = valid.get(fingerprint);
    return deviation ? [{ ...deviation, message, checks }] : [];
  });
  const stillFailing = new Set(findings.flatMap(({ checks }) => checks));
  return {
    findings,
    checks: run.checks.map((check) => {
      if (check.outcome !== 'failed' || stillFailing.has(check.id)) return check;
      const reasons = accepted.filter(({ checks }) => checks.includes(check.id)).map(formatAcceptance);
      return reasons.length === 0 ? check : { ...check, outcome: 'skipped', reason: reasons.join('; ') };
    }),
    baseline: {
      accepted,
      expired: deviations.filter(isExpired),
      unmatched: run.isComplete ? deviations.filter(({ fingerprint }) => !found.has(fingerprint)) : [],
    },
  };
}

function formatAcceptance({ reason, until }: AcceptedDeviation): string {
  return `a deviation is accepted${until === undefined ? '' : ` until ${until}`}: ${reason}`;
}
