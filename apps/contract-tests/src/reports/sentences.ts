import type { ContractReport, Finding } from '../report.ts';

/** Names of this many checks tell where something is broken; more would drown it. */
const namedChecks = 3;

/** Where a finding was seen. */
export function seenBy({ checks }: ContractReport, { times, checks: ids }: Finding): string {
  const titles = ids.map((id) => checks.find((check) => check.id === id)?.title ?? id);
  const others = titles.length - namedChecks;
  const named = titles.slice(0, namedChecks).join('; ');
  return `${counted(times, 'time')}, by ${named}${others > 0 ? `; and ${counted(others, 'other check')}` : ''}`;
}

/** The sums of a report, and what they say. */
export function verdictOf({
  findings,
  passed,
  failed,
  skipped,
  requests,
  duration,
  seed,
  ended,
}: ContractReport): string {
  const sums = `${passed} passed, ${failed} failed, ${skipped} skipped (${requests} requests in ${(duration / 1000).toFixed(1)} s, seed ${seed})`;
  if (findings.length > 0) {
    return `${sums}: the server does not keep the contract, for ${counted(findings.length, 'reason')}.`;
  }
  if (ended !== undefined) return `${sums}: not everything could be checked, because ${ended}.`;
  return `${sums}: the server keeps the contract.`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
