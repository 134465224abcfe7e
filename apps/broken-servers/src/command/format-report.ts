import type { Entry } from '../entry.ts';
import type { Outcome } from '../run/run-entries.ts';

/** Formats the counts by group, the entries with a wrong outcome (all entries if `isVerbose`), and the totals. */
export function formatReport(outcomes: readonly Outcome[], duration: number, isVerbose: boolean): string {
  const groups = Object.entries(Object.groupBy(outcomes, ({ entry }) => entry.group));
  const wrong = outcomes.filter(({ isRight }) => !isRight);
  const shown = isVerbose ? outcomes : wrong;
  const requests = outcomes.reduce((sum, outcome) => sum + outcome.requests, 0);
  return [
    formatRow('', 'found', 'missed', 'false alarms'),
    ...groups.map(([group, members = []]) => formatGroup(group, members)),
    '',
    ...shown.flatMap(formatOutcome),
    ...(shown.length > 0 ? [''] : []),
    `${formatTotals(outcomes)}; ${requests} requests in ${(duration / 1_000).toFixed(1)} s.`,
  ].join('\n');
}

/** Formats the IDs and titles of entries, and what the catalogue leaves out, with the reasons. */
export function formatList(entries: readonly Entry[], leftOut: readonly (readonly [string, string])[]): string {
  return [
    ...entries.map(({ id, title }) => `${id}: ${title}`),
    '',
    'Not in the catalogue, because one key and one user cannot show it, or because the contract allows it:',
    ...leftOut.map(([defect, reason]) => `  ${defect} ${reason}`),
  ].join('\n');
}

function formatGroup(group: string, members: readonly Outcome[]): string {
  const right = members.filter(({ isRight }) => isRight).length;
  const wrong = String(members.length - right);
  if (members.some(({ entry }) => entry.conforms)) return formatRow(group, '', '', wrong);
  return formatRow(group, String(right), wrong, '');
}

function formatRow(group: string, found: string, missed: string, alarms: string): string {
  return `${group.padEnd(20)}${found.padStart(8)}${missed.padStart(8)}${alarms.padStart(14)}`.trimEnd();
}

function formatOutcome({ entry, isRight, findings, failedChecks, requests, duration }: Outcome): string[] {
  const { id, title, conforms, options } = entry;
  const verdict = isRight ? (conforms ? 'conforms' : 'found') : conforms ? 'FALSE ALARM' : 'MISSED';
  const missing =
    verdict === 'MISSED' && options.check !== undefined
      ? [`    No check with ${options.check} in its ID failed. Failed: ${failedChecks.join(', ') || 'none'}.`]
      : [];
  return [
    `${verdict}  ${id}: ${title} (${requests} requests, ${Math.round(duration)} ms)`,
    ...missing,
    ...findings.slice(0, 3).map((finding) => `    ${finding}`),
  ];
}

function formatTotals(outcomes: readonly Outcome[]): string {
  const [defects, variants] = [false, true].map((conforms) =>
    outcomes.filter(({ entry }) => entry.conforms === conforms),
  );
  const countRight = (of: readonly Outcome[] = []) => of.filter(({ isRight }) => isRight).length;
  const alarms = (variants?.length ?? 0) - countRight(variants);
  return `${countRight(defects)} of ${defects?.length} defects found, ${alarms} false alarms in ${variants?.length} variants`;
}
