import type { BundleSize } from './bundle-size.ts';
import { type ClientName, clientNames } from './clients.ts';
import type { Spread } from './measure-in-rounds.ts';

type Costs = ReadonlyMap<ClientName, Spread>;

export interface Measurements {
  readonly memory: Costs;
  readonly http: Costs;
  readonly sizes: ReadonlyMap<ClientName, BundleSize>;
  readonly imports: Costs;
}

const [begin, end] = ['<!-- bench -->', '<!-- /bench -->'];

/** Formats a Markdown table with one row for each client. A ratio is the median of the rounds, with the minimum and maximum. */
export function formatTable({ memory, http, sizes, imports }: Measurements): string {
  const rows = clientNames.map((name) => [
    `\`${name}\``,
    formatRatio(memory.get(name)),
    formatRatio(http.get(name)),
    `${((sizes.get(name)?.gzip ?? Number.NaN) / 1e3).toFixed(1)} kB`,
    formatRatio(imports.get(name)),
  ]);
  const head = ['', 'CPU per call, in memory', 'CPU per call, over HTTP', 'one-call bundle, gzip', 'cold import'];
  return alignColumns([head, ...rows]);
}

/**
 * Replaces the table between the two markers in the README.
 *
 * @throws {Error} if a marker is missing
 */
export function replaceTable(readme: string, table: string): string {
  const [start, stop] = [readme.indexOf(begin), readme.indexOf(end)];
  if (start < 0 || stop < start) throw new Error(`The README needs the markers ${begin} and ${end}, in this order.`);
  return `${readme.slice(0, start + begin.length)}\n\n${table}\n\n${readme.slice(stop)}`;
}

function formatRatio(ratio: Spread | undefined): string {
  if (!ratio) return '';
  const { minimum, median, maximum } = ratio;
  return minimum === maximum ? median.toFixed(2) : `${median.toFixed(2)} (${minimum.toFixed(2)}–${maximum.toFixed(2)})`;
}

function alignColumns([head = [], ...rows]: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const formatLine = (row: readonly string[]) =>
    `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`;
  const rule = widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [head, rule, ...rows].map(formatLine).join('\n');
}
