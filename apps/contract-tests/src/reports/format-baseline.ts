import type { AcceptedDeviation } from '../model/baseline.ts';
import type { ContractReport } from '../model/contract-report.ts';

/** Formats what became of the accepted deviations, a line for each. */
export function formatBaseline({ baseline }: ContractReport): string[] {
  if (!baseline) return [];
  const { accepted, expired, unmatched } = baseline;
  return [
    ...accepted.map(({ message, ...deviation }) => `accepted  ${message} ${formatReason(deviation)}`),
    ...expired.map((deviation) => `expired   ${formatDeviation(deviation)}. It is not accepted any more`),
    ...unmatched.map((deviation) => `gone      ${formatDeviation(deviation)}. Remove it from the baseline`),
  ];
}

function formatDeviation({ fingerprint, ...deviation }: AcceptedDeviation): string {
  return `${fingerprint} ${formatReason(deviation)}`;
}

function formatReason({ reason, until }: Pick<AcceptedDeviation, 'reason' | 'until'>): string {
  return `(${reason}${until === undefined ? '' : `; until ${until}`})`;
}
