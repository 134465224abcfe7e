#!/usr/bin/env node
import { leftOut } from './catalogue/left-out.ts';
import { formatList, formatReport } from './command/format-report.ts';
import { help, type Options, parseArguments, UsageError } from './command/parse-arguments.ts';
import { runEntries } from './run/run-entries.ts';

try {
  const options = parseArguments(process.argv.slice(2));
  if (options === 'help') console.log(help);
  else if (options.isList) console.log(formatList(options.entries, leftOut));
  else process.exitCode = await run(options);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`broken-servers: ${error.message}`);
  process.exitCode = 2;
}

/** Returns the exit code. */
async function run({ entries, isVerbose, threads }: Options): Promise<number> {
  const start = performance.now();
  const onProgress = (finished: number) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${finished} of ${entries.length}\u001b[K`);
  };
  const outcomes = await runEntries(entries, { threads, onProgress });
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  console.log(formatReport(outcomes, performance.now() - start, isVerbose));
  return outcomes.every(({ isRight }) => isRight) ? 0 : 1;
}
