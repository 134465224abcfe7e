import { catalogue } from './catalogue.ts';
import { startHostileServer } from './hostile-server.ts';
import { type MeasuredRun, runMeasured } from './run-measured.ts';

/** The deadline of a run, in seconds. */
export const deadline = 20;
/** How long a run can take, with the start of the process, before it is ended. In milliseconds. */
const limit = 4 * deadline * 1000;

/** Checks a hostile server with the real program. Throws an error if its output has an unescaped command. */
export async function checkHostileServer(name: string): Promise<MeasuredRun> {
  const hostile = catalogue[name];
  if (!hostile) throw new Error(`There is no hostile server ${JSON.stringify(name)}.`);
  await using server = await startHostileServer(hostile);
  const run = await runMeasured(
    ['--url', server.url, '--seed', '1', '--deadline', String(deadline), '--timeout', '3'],
    limit,
  );
  const { output } = run;
  const isSafe = !/[^\P{Cc}\n]|::error::|##vso\[|##\[|[\u202e\u2028]/u.test(output);
  if (!isSafe) throw new Error(`The output has an unescaped command: ${JSON.stringify(output)}`);
  return run;
}
