import type { Problem } from '@giftoin/openapi';

interface Row {
  readonly file: string;
  readonly outcome: string;
  readonly operations: number;
  readonly webhooks: number;
  readonly problems: readonly Problem[];
}

/** Formats what became of each document, and the sums. The first problem of a document is printed with its place. */
export function formatTable(rows: readonly Row[]): string {
  const width = Math.max(...rows.map(({ file }) => file.length));
  const lines = rows.map(({ file, outcome, operations, webhooks, problems }) => {
    const [first, ...more] = problems;
    if (!first) return `${outcome.padEnd(8)} ${file.padEnd(width)}  ${operations} operations, ${webhooks} webhooks`;
    const others = more.length > 0 ? ` (and ${more.length} more)` : '';
    return `${outcome.padEnd(8)} ${file.padEnd(width)}  ${first.place}: ${first.reason}${others}`;
  });
  const count = (outcome: string) => rows.filter((row) => row.outcome === outcome).length;
  const operations = rows.reduce((sum, row) => sum + row.operations, 0);
  const webhooks = rows.reduce((sum, row) => sum + row.webhooks, 0);
  return `${lines.join('\n')}

${rows.length} documents: ${count('built')} built (${operations} operations, ${webhooks} webhooks), ${count('refused')} refused, ${count('failed')} failed.`;
}

/** Formats how often each reason occurs. Names and values in a reason are left out, so that equal reasons are counted together. */
export function formatCounts(title: string, problems: readonly Problem[]): string {
  const counts = new Map<string, number>();
  for (const { reason } of problems) {
    const kind = reason
      .replaceAll(/"[^"]*"|\{[^}]*\}/g, '…')
      .replace(/(path parameter|operationId|mapping of the discriminator leads to) [^\s,]+/, '$1 …')
      .replace(/This path and \S+/, 'This path and …');
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  return `\n${title}:\n${sorted.map(([kind, count]) => `${String(count).padStart(6)}  ${kind}`).join('\n')}`;
}
