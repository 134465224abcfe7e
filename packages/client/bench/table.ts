import { type Name, names } from './contestants.ts';
import type { Size } from './sizes.ts';
import type { Spread } from './spread.ts';

type Costs = ReadonlyMap<Name, Spread>;

export interface Measures {
  readonly memory: Costs;
  readonly http: Costs;
  readonly sizes: ReadonlyMap<Name, Size>;
  readonly imports: Costs;
}

const [begin, end] = ['<!-- bench -->', '<!-- /bench -->'];

/** A Markdown table: a client a row; ratios as medians, with the least and the most of the rounds. */
export function tableOf({ memory, http, sizes, imports }: Measures): string {
  const rows = names.map((name) => [
    `\`${name}\``,
    ratioOf(memory.get(name)),
    ratioOf(http.get(name)),
    `${((sizes.get(name)?.gzip ?? Number.NaN) / 1e3).toFixed(1)} kB`,
    ratioOf(imports.get(name)),
  ]);
  const head = ['', 'CPU a call, in memory', 'CPU a call, over http', 'one-call bundle, gzip', 'cold import'];
  return aligned([head, ...rows]);
}

/**
 * The README with this table between its marks.
 *
 * @throws {Error} where it has no marks
 */
export function withTable(readme: string, table: string): string {
  const [start, stop] = [readme.indexOf(begin), readme.indexOf(end)];
  if (start < 0 || stop < start) throw new Error(`The README has no ${begin} with ${end} after it.`);
  return `${readme.slice(0, start + begin.length)}\n\n${table}\n\n${readme.slice(stop)}`;
}

function ratioOf(ratio: Spread | undefined): string {
  if (!ratio) return '';
  const { least, median, most } = ratio;
  return least === most ? median.toFixed(2) : `${median.toFixed(2)} (${least.toFixed(2)}–${most.toFixed(2)})`;
}

function aligned([head = [], ...rows]: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const lineOf = (row: readonly string[]) =>
    `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`;
  const rule = widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [head, rule, ...rows].map(lineOf).join('\n');
}
