import type { CheckResult, ContractReport, Finding, OperationResult, WriteResult } from '../model/contract-report.ts';
import type { CoverageShare } from '../model/coverage-report.ts';

/** How many checks of a finding are named. The report counts the others. */
const maximumNamedChecks = 3;
/** How much of what was not exercised is named. */
const maximumNamedMissing = 8;

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
  const seconds = (duration / 1000).toFixed(1);
  const run = report.traffic
    ? `${requests} recorded exchanges in ${seconds} s`
    : `${requests} requests in ${seconds} s, seed ${seed}${changes}`;
  const counts = `${passed} passed, ${failed} failed, ${skipped} skipped (${run})`;
  if (findings.length > 0) {
    return `${counts}: the server violates the contract. ${pluralize(findings.length, 'finding')}.`;
  }
  if (ended !== undefined) return `${counts}: the run is incomplete, because ${ended}.`;
  if (report.tooLittle !== undefined) return `${counts}: the run has seen too little: ${report.tooLittle}.`;
  const unchecked = report.operations.filter(
    ({ outcome, isChosen }) => outcome === 'skipped' && isChosen !== true,
  ).length;
  const notShown = report.checks.filter(isNotShown).length;
  const missing = [
    ...(unchecked > 0 ? [`${pluralize(unchecked, 'operation')} not checked`] : []),
    ...(notShown > 0 ? [`${pluralize(notShown, 'rule')} not exercised`] : []),
  ];
  const accepted = report.baseline?.accepted.length ?? 0;
  if (accepted > 0) missing.push(`${pluralize(accepted, 'deviation')} accepted`);
  if (missing.length > 0) return `${counts}: the server conforms in what was checked (${missing.join(', ')}).`;
  return `${counts}: the server conforms to the contract.`;
}

/** Whether a rule about programs could not be violated in what was seen. */
function isNotShown({ id, outcome }: CheckResult): boolean {
  return outcome === 'skipped' && /^responses\/\d/.test(id);
}

/** Formats how much of the contract was exercised, a line for each share and each sample. */
export function formatCoverage({ coverage, checks }: ContractReport): string[] {
  return [
    formatShare('rules', coverage.rules),
    ...(coverage.situations ? [formatShare('situations', coverage.situations)] : []),
    formatShare('properties', coverage.properties),
    formatShare('status codes', coverage.statuses),
    ...checks.flatMap(({ sample }) => (sample === undefined ? [] : [`a sample: ${sample}`])),
  ];
}

function formatShare(name: string, { exercised, total, missing }: CoverageShare): string {
  const named = missing.slice(0, maximumNamedMissing).join(', ');
  const others = missing.length - maximumNamedMissing;
  const rest = missing.length === 0 ? '' : `; not ${named}${others > 0 ? ` and ${others} more` : ''}`;
  return `${exercised} of ${total} ${name}${rest}`;
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
