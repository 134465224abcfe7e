import type { ContractReport, Finding } from '../report.ts';
import { seenBy, verdictOf } from './sentences.ts';

/** A report for people: what is broken, what was skipped and why, and the sums. */
export function textOf(report: ContractReport, listsAll: boolean): string {
  const skipped = report.checks.filter(({ outcome }) => outcome === 'skipped');
  const passed = listsAll ? report.checks.filter(({ outcome }) => outcome === 'passed') : [];
  const lines = [
    ...report.findings.flatMap((finding) => [...linesOf(report, finding), '']),
    ...passed.map(({ title }) => `  ok    ${title}`),
    ...skipped.map(({ title, reason }) => `  skip  ${title}: ${reason}`),
    ...(passed.length + skipped.length > 0 ? [''] : []),
    verdictOf(report),
  ];
  return `${lines.join('\n')}\n`;
}

function linesOf(report: ContractReport, finding: Finding): string[] {
  const { statement, sentence, request, received, expected, likelyCause, otherRequests } = finding;
  const facts = [
    ['contract', `${statement.text} (${statement.id})`],
    ['request', request],
    ['received', received],
    ['expected', expected],
    ...(likelyCause === undefined ? [] : [['cause', likelyCause]]),
    ['seen', seenBy(report, finding)],
    ...otherRequests.map((other) => ['also', other]),
  ];
  return [`  FAIL  ${sentence}`, ...facts.map(([name = '', text]) => `          ${name.padEnd(9)} ${text}`)];
}
