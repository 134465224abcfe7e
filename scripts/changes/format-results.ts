import type { ChangeResult } from './try-change.ts';

/** Formats one result, for the progress of a long run. */
export function formatResult({ name, seconds, problem }: ChangeResult): string {
  return problem === undefined ? `${name}: passed in ${seconds} s` : `${name}: failed after ${seconds} s\n${problem}`;
}

/** Formats the results as a Markdown table, followed by the output of what failed. */
export function formatResults(results: readonly ChangeResult[]): string {
  const rows = results.map(({ name, bump, handEdited, generated, seconds, problem }) => [
    name,
    bump,
    handEdited.length === 0 ? '0' : `${handEdited.length}: ${handEdited.join(', ')}`,
    String(generated.length),
    String(seconds),
    problem === undefined ? 'passed' : 'failed',
  ]);
  const header = ['Change', 'Bump', 'Files edited by hand', 'Files generated', 'Seconds', 'Result'];
  const table = [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  const problems = results.flatMap(({ name, problem }) => (problem === undefined ? [] : [`${name}:\n${problem}`]));
  return [table, ...problems].join('\n\n');
}
