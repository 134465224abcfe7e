import { outside } from './catalogue/outside.ts';
import type { Mutant } from './mutant.ts';
import type { Outcome } from './run.ts';

/** The outcomes by group, then what went wrong, then the sum; what was found of each where `isVerbose`. */
export function reportOf(outcomes: readonly Outcome[], time: number, isVerbose: boolean): string {
  const groups = Object.entries(Object.groupBy(outcomes, ({ mutant }) => mutant.group));
  const wrong = outcomes.filter(({ isRight }) => !isRight);
  const shown = isVerbose ? outcomes : wrong;
  const requests = outcomes.reduce((sum, outcome) => sum + outcome.requests, 0);
  return [
    line('', 'caught', 'missed', 'false alarms'),
    ...groups.map(([group, members = []]) => groupLine(group, members)),
    '',
    ...shown.flatMap(linesOf),
    ...(shown.length > 0 ? [''] : []),
    `${sumOf(outcomes)}; ${requests} requests in ${(time / 1_000).toFixed(1)} s.`,
  ].join('\n');
}

/** Every mutant by its id, and what cannot be one, with the reason. */
export function listOf(mutants: readonly Mutant[]): string {
  return [
    ...mutants.map(({ id, what }) => `${id}: ${what}`),
    '',
    'No part of it, because it cannot be told from outside with one key and one user, or breaks no statement:',
    ...outside.map(([what, why]) => `  ${what} ${why}`),
  ].join('\n');
}

function groupLine(group: string, members: readonly Outcome[]): string {
  const right = members.filter(({ isRight }) => isRight).length;
  const wrong = String(members.length - right);
  if (members.some(({ mutant }) => mutant.conforms)) return line(group, '', '', wrong);
  return line(group, String(right), wrong, '');
}

function line(group: string, caught: string, missed: string, alarms: string): string {
  return `${group.padEnd(16)}${caught.padStart(8)}${missed.padStart(8)}${alarms.padStart(14)}`.trimEnd();
}

function linesOf({ mutant, isRight, findings, requests, time }: Outcome): string[] {
  const verdict = isRight ? (mutant.conforms ? 'conforms' : 'caught') : mutant.conforms ? 'FALSE ALARM' : 'MISSED';
  const head = `${verdict}  ${mutant.id}: ${mutant.what} (${requests} requests, ${Math.round(time)} ms)`;
  return [head, ...findings.slice(0, 3).map((finding) => `    ${finding}`)];
}

function sumOf(outcomes: readonly Outcome[]): string {
  const [defects, variants] = [false, true].map((conforms) =>
    outcomes.filter(({ mutant }) => mutant.conforms === conforms),
  );
  const right = (of: readonly Outcome[] = []) => of.filter(({ isRight }) => isRight).length;
  const alarms = (variants?.length ?? 0) - right(variants);
  return `${right(defects)} of ${defects?.length} defects caught, ${alarms} false alarms in ${variants?.length} variants`;
}
