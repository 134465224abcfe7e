import type { ContractReport, Finding } from '../model/contract-report.ts';
import { formatBaseline } from './format-baseline.ts';
import { formatCoverage, formatOccurrences, formatOperation, formatVerdict } from './format-summary.ts';
import { formatTraffic } from './format-traffic.ts';

/** Formats a report for a terminal: the findings, the skipped checks with the reason, the operations, and the verdict. */
export function formatText(report: ContractReport, includesPassed: boolean): string {
  const skipped = report.checks.filter(({ outcome }) => outcome === 'skipped');
  const passed = includesPassed ? report.checks.filter(({ outcome }) => outcome === 'passed') : [];
  const baseline = formatBaseline(report);
  const lines = [
    ...report.findings.flatMap((finding) => [...formatFinding(report, finding), '']),
    ...passed.map(({ title }) => `  ok    ${title}`),
    ...skipped.map(({ title, reason }) => `  skip  ${title}: ${reason}`),
    ...(passed.length + skipped.length > 0 ? [''] : []),
    ...(baseline.length > 0 ? ['Baseline', ...baseline.map((line) => `  ${line}`), ''] : []),
    ...(report.traffic ? ['Traffic', ...formatTraffic(report.traffic).map((line) => `  ${line}`), ''] : []),
    'Operations',
    ...report.operations.map((operation) => `  ${formatOperation(operation)}`),
    '',
    'Exercised',
    ...formatCoverage(report).map((line) => `  ${line}`),
    '',
    formatVerdict(report),
  ];
  return `${lines.join('\n')}\n`;
}

function formatFinding(report: ContractReport, finding: Finding): string[] {
  const { requirement, path, message, request, received, expected, likelyCause, otherRequests, fingerprint } = finding;
  const facts = [
    ['contract', `${requirement.text} (${requirement.id})`],
    ...(path === '' ? [] : [['path', path]]),
    ['request', request],
    ['received', received],
    ['expected', expected],
    ...(likelyCause === undefined ? [] : [['cause', likelyCause]]),
    ['found', formatOccurrences(report, finding)],
    ...otherRequests.map((other) => ['also', other]),
    ['accept as', fingerprint],
  ];
  return [`  FAIL  ${message}`, ...facts.map(([name = '', text]) => `          ${name.padEnd(9)} ${text}`)];
}
