import type { ContractReport, Finding } from '../model/contract-report.ts';
import type { FailedRun } from '../model/failed-run.ts';
import { formatBaseline } from './format-baseline.ts';
import { formatCoverage, formatOccurrences, formatOperation, formatVerdict } from './format-summary.ts';
import { formatTraffic } from './format-traffic.ts';

/** Formats a report as Markdown for the summary of a CI job: the findings first, the skipped checks folded, the operations. */
export function formatMarkdown(report: ContractReport): string {
  const skipped = report.checks.filter(({ outcome }) => outcome === 'skipped');
  const baseline = formatBaseline(report);
  return [
    `## ${report.traffic ? 'Contract checks of recorded traffic of' : 'Contract checks against'} ${formatCode(report.url)}`,
    escapeText(formatVerdict(report)),
    ...report.findings.map((finding) => formatFinding(report, finding)),
    ...(skipped.length === 0
      ? []
      : [
          `<details><summary>${skipped.length} skipped</summary>`,
          skipped.map(({ title, reason = '' }) => `- ${escapeText(title)}: ${escapeText(reason)}`).join('\n'),
          '</details>',
        ]),
    ...(baseline.length === 0 ? [] : ['### Baseline', baseline.map((line) => `- ${escapeText(line)}`).join('\n')]),
    ...(report.traffic
      ? [
          '### Traffic',
          formatTraffic(report.traffic)
            .map((line) => `- ${escapeText(line)}`)
            .join('\n'),
        ]
      : []),
    '### Operations',
    report.operations.map((operation) => `- ${escapeText(formatOperation(operation))}`).join('\n'),
    '### Exercised',
    formatCoverage(report)
      .map((line) => `- ${escapeText(line)}`)
      .join('\n'),
    '',
  ].join('\n\n');
}

/** Formats a run without results as Markdown. */
export function formatFailedMarkdown({ url, reason }: FailedRun): string {
  const server = url === undefined ? '' : ` against ${formatCode(url)}`;
  return `## Contract checks${server}\n\n**The checks have no result.** ${escapeText(reason)}\n`;
}

function formatFinding(report: ContractReport, finding: Finding): string {
  const { requirement, path, message, request, received, expected, likelyCause, otherRequests } = finding;
  return [
    `### ${escapeText(message)}`,
    '',
    `- **Contract**: ${escapeText(requirement.text)} (${formatCode(requirement.id)})`,
    ...(path === '' ? [] : [`- **Path**: ${formatCode(path)}`]),
    `- **Request**: ${formatCode(request)}`,
    `- **Received**: ${formatCode(received)}`,
    `- **Expected**: ${escapeText(expected)}`,
    ...(likelyCause === undefined ? [] : [`- **Likely cause**: ${escapeText(likelyCause)}`]),
    `- **Found**: ${escapeText(formatOccurrences(report, finding))}`,
    ...otherRequests.map((other) => `- **Also**: ${formatCode(other)}`),
  ].join('\n');
}

/** Uses one more backtick as a fence than the longest run of backticks in the text. */
function formatCode(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${longest > 0 ? ` ${line} ` : line}${fence}`;
}

/** Escapes what has a meaning in Markdown or HTML. */
function escapeText(text: string): string {
  return (
    text
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/[\\`*_[\]<>|#&~!$]/g, '\\$&')
      // GitHub makes mentions and links of plain text. Nothing that is visible keeps it from that.
      .replaceAll(/@|:(?=\/\/)|www(?=\.)/gi, '$&&#8203;')
  );
}
