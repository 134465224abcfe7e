import type { ContractReport, Finding } from '../model/contract-report.ts';

/** How many checks of a finding are named. The report counts the others. */
const maximumNamedChecks = 3;

/** Formats how often a finding was found, and by which checks. */
export function formatOccurrences({ checks }: ContractReport, { times, checks: ids }: Finding): string {
  const titles = ids.map((id) => checks.find((check) => check.id === id)?.title ?? id);
  const others = titles.length - maximumNamedChecks;
  const named = titles.slice(0, maximumNamedChecks).join('; ');
  return `${pluralize(times, 'time')}, by ${named}${others > 0 ? `; and ${pluralize(others, 'other check')}` : ''}`;
}

/** Formats the counts of a report, and the verdict. */
export function formatVerdict(report: ContractReport): string {
  const { findings, passed, failed, skipped, requests, duration, seed, ended } = report;
  const run = `${requests} requests in ${(duration / 1000).toFixed(1)} s, seed ${seed}`;
  const counts = `${passed} passed, ${failed} failed, ${skipped} skipped (${run})`;
  if (findings.length > 0) {
    return `${counts}: the server violates the contract. ${pluralize(findings.length, 'finding')}.`;
  }
  if (ended !== undefined) return `${counts}: the run is incomplete, because ${ended}.`;
  return `${counts}: the server conforms to the contract.`;
}

function pluralize(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
