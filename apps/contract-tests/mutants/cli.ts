#!/usr/bin/env node
import { help, type Options, optionsOf, UsageError } from './options.ts';
import { listOf, reportOf } from './report.ts';
import { runMutants } from './run.ts';

try {
  const options = optionsOf(process.argv.slice(2));
  if (options === 'help') console.log(help);
  else if (options.isList) console.log(listOf(options.mutants));
  else process.exitCode = await run(options);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`mutants: ${error.message}`);
  process.exitCode = 2;
}

async function run({ mutants, isVerbose, threads }: Options): Promise<number> {
  const start = performance.now();
  const onProgress = (done: number) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${mutants.length}\u001b[K`);
  };
  const outcomes = await runMutants(mutants, { threads, onProgress });
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  console.log(reportOf(outcomes, performance.now() - start, isVerbose));
  return outcomes.every(({ isRight }) => isRight) ? 0 : 1;
}
