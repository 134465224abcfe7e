import type { ContractReport, Finding } from '../report.ts';
import { seenBy, verdictOf } from './sentences.ts';

/** A report in Markdown, short enough for the summary of a job: what is broken first, the rest folded away. */
export function markdownOf(report: ContractReport): string {
  const skipped = report.checks.filter(({ outcome }) => outcome === 'skipped');
  return [
    `## Contract checks against ${code(report.url)}`,
    escaped(verdictOf(report)),
    ...report.findings.map((finding) => findingOf(report, finding)),
    ...(skipped.length === 0
      ? []
      : [
          `<details><summary>${skipped.length} skipped</summary>`,
          skipped.map(({ title, reason = '' }) => `- ${escaped(title)}: ${escaped(reason)}`).join('\n'),
          '</details>',
        ]),
    '',
  ].join('\n\n');
}

function findingOf(report: ContractReport, finding: Finding): string {
  const { statement, sentence, request, received, expected, likelyCause, otherRequests } = finding;
  return [
    `### ${escaped(sentence)}`,
    '',
    `- **Contract**: ${escaped(statement.text)} (${code(statement.id)})`,
    `- **Request**: ${code(request)}`,
    `- **Received**: ${code(received)}`,
    `- **Expected**: ${escaped(expected)}`,
    ...(likelyCause === undefined ? [] : [`- **Likely cause**: ${escaped(likelyCause)}`]),
    `- **Seen**: ${escaped(seenBy(report, finding))}`,
    ...otherRequests.map((other) => `- **Also**: ${code(other)}`),
  ].join('\n');
}

/** As code, whatever it has in it: fenced by one backtick more than stands in it in a row. */
function code(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${longest > 0 ? ` ${line} ` : line}${fence}`;
}

function escaped(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_[\]<>|#]/g, '\\$&');
}
