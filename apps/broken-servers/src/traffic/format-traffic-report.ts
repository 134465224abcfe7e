import type { TrafficResult } from './check-traffic-of-entry.ts';

/** Formats the counts by group, and the entries with a wrong result. */
export function formatTrafficReport(results: readonly TrafficResult[], isVerbose: boolean): string {
  const groups = Map.groupBy(results, ({ entry }) => entry.group);
  const defects = results.filter(({ entry }) => !entry.conforms);
  const alarms = results.filter(({ entry, codes }) => entry.conforms && codes.length > 0);
  const variants = results.length - defects.length;
  return [
    formatRow(['', 'entries', 'in traffic', 'can be shown', 'recognised']),
    ...[...groups].map(([group, members]) => formatRow([group, ...count(members)])),
    '',
    ...results.filter(({ isRight }) => isVerbose || !isRight).map(formatResult),
    `${count(defects)[3]} of ${count(defects)[2]} defects recognised that recorded traffic alone can show ` +
      `(${defects.length} defects, ${count(defects)[1]} change a response to an ordinary request), ` +
      `${alarms.length} false alarms in ${variants} variants.`,
  ].join('\n');
}

/** How many entries there are, change a response, can be recognised, and were recognised. */
function count(results: readonly TrafficResult[]): number[] {
  const recognised = results.filter(({ codes }) => codes.length > 0);
  // A wrong time is not compared, but recognised.
  const changed = results.filter(({ differs, codes }) => differs || codes.length > 0);
  const shown = changed.filter(
    ({ entry, reason, codes }) => codes.length > 0 || (reason === undefined && !entry.conforms),
  );
  return [results.length, changed.length, shown.length, recognised.length];
}

function formatRow([name, ...columns]: readonly (string | number)[]): string {
  return [`${name}`.padEnd(20), ...columns.map((column) => `${column}`.padStart(14))].join('').trimEnd();
}

function formatResult({ entry, differs, codes, reason, isRight }: TrafficResult): string {
  const verdict = isRight ? 'right' : entry.conforms ? 'FALSE ALARM' : 'MISSED';
  const why = codes.length > 0 ? codes.join(', ') : differs ? (reason ?? 'nothing found') : 'not in the traffic';
  return `${verdict}  ${entry.id}: ${entry.title}: ${why}`;
}
