import type { Finding, Rating } from './change.ts';
import type { CompatibilityReport } from './check-compatibility.ts';

const ratings: readonly Rating[] = ['major', 'minor', 'patch'];
const labels: Readonly<Record<Rating, string>> = {
  major: 'breaking change',
  minor: 'addition',
  patch: 'change that affects no client',
};

/** Formats the report for a terminal. */
export function formatText(report: CompatibilityReport): string {
  const lines = report.findings.flatMap(({ rating, isWarning, ...finding }) => [
    `${rating}${isWarning ? ' (warning)' : ''}  ${formatChange(finding)}`,
    `       ${finding.reason}`,
  ]);
  return [...lines, formatSummary(report), report.problem ?? formatVersion(report)].join('\n');
}

/** Formats the report as Markdown, for a pull request. */
export function formatMarkdown(report: CompatibilityReport): string {
  const rows = (rating: Rating) =>
    report.findings
      .filter((finding) => finding.rating === rating)
      .map(({ isWarning, ...finding }) => {
        const cells = [`\`#${getPointer(finding)}\``, formatValues(finding, toCode), finding.reason];
        return `| ${cells.map(escapeCell).join(' | ')}${isWarning ? ' **Warning**' : ''} |`;
      });
  const table = (rating: Rating) => ['| Place | Change | Reason |', '| --- | --- | --- |', ...rows(rating)].join('\n');
  const sections = ratings.flatMap((rating) => {
    const count = rows(rating).length;
    if (count === 0) return [];
    const title = `${formatCount(count, labels[rating])} (${rating})`;
    const content = `<summary>${title}</summary>\n\n${table(rating)}\n\n</details>`;
    return [rating === 'patch' ? `<details>${content}` : `<details open>${content}`];
  });
  const status = report.problem ? `❌ ${report.problem}` : `✅ ${formatVersion(report)}`;
  return [`## Compatibility of the contract`, status, ...sections].join('\n\n');
}

function formatSummary({ findings }: CompatibilityReport): string {
  if (findings.length === 0) return 'The document has not changed since the last release.';
  const counts = ratings.flatMap((rating) => {
    const count = findings.filter((finding) => finding.rating === rating).length;
    return count === 0 ? [] : [`${count} ${rating}`];
  });
  return `${formatCount(findings.length, 'change')}: ${counts.join(', ')}.`;
}

function formatVersion({ base, revision, required, next }: CompatibilityReport): string {
  const { version } = revision.info;
  if (required === undefined) return `info.version ${version} is the released version.`;
  const higher = version === next ? '' : `, which is higher than the required ${next}`;
  return `info.version ${version} can follow ${base.info.version}${higher}. The changes require a ${required} bump.`;
}

function formatChange(finding: Omit<Finding, 'isWarning' | 'rating'>): string {
  return `#${getPointer(finding)}: ${formatValues(finding, (text) => text)}`;
}

function getPointer({ kind, before, after }: Pick<Finding, 'kind' | 'before' | 'after'>): string {
  return kind === 'removed' ? before.pointer : after.pointer;
}

function formatValues(
  { kind, before, after }: Pick<Finding, 'kind' | 'before' | 'after'>,
  code: (text: string) => string,
): string {
  if (kind === 'renamed') return `renamed from ${code(String(before.value))} to ${code(String(after.value))}`;
  if (kind === 'reordered') return 'reordered';
  if (before.value === undefined) return `added ${code(formatValue(after.value))}`;
  if (after.value === undefined) return `removed ${code(formatValue(before.value))}`;
  return `changed from ${code(formatValue(before.value))} to ${code(formatValue(after.value))}`;
}

function formatValue(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 120 ? `${text.slice(0, 117)}…` : text;
}

function toCode(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}

function escapeCell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

function formatCount(count: number, noun: string): string {
  if (count === 1) return `1 ${noun}`;
  return noun.startsWith('change that') ? `${count} changes that affect no client` : `${count} ${noun}s`;
}
