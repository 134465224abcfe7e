import type { ContractReport, Finding, OperationResult, WriteResult } from '../model/contract-report.ts';

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
  const changes = report.writes ? `, ${formatWrites(report.writes)}` : '';
  const run = `${requests} requests in ${(duration / 1000).toFixed(1)} s, seed ${seed}${changes}`;
  const counts = `${passed} passed, ${failed} failed, ${skipped} skipped (${run})`;
  if (findings.length > 0) {
    return `${counts}: the server violates the contract. ${pluralize(findings.length, 'finding')}.`;
  }
  if (ended !== undefined) return `${counts}: the run is incomplete, because ${ended}.`;
  const unchecked = report.operations.filter(
    ({ outcome, isChosen }) => outcome === 'skipped' && isChosen !== true,
  ).length;
  if (unchecked > 0) {
    return `${counts}: the server conforms in what was checked (${pluralize(unchecked, 'operation')} not checked).`;
  }
  return `${counts}: the server conforms to the contract.`;
}

/** Formats whether an operation of the document was checked, and if not, why. */
export function formatOperation({ operationId, method, path, outcome, reason }: OperationResult): string {
  return `${outcome}  ${operationId} (${method} ${path})${reason === undefined ? '' : `: ${reason}`}`;
}

function formatWrites({ requests, created, deleted }: WriteResult): string {
  return `${pluralize(requests, 'request')} that can change data, ${created} created, ${deleted} of them deleted`;
}

function pluralize(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
