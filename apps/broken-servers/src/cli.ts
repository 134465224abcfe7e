#!/usr/bin/env node
import { runCommandLine } from '@giftoin/command-line';
import { leftOut } from './catalogue/left-out.ts';
import { formatList, formatReport } from './command/format-report.ts';
import { help, type Options, parseOptions } from './command/parse-options.ts';
import { runEntries } from './run/run-entries.ts';
import { checkTrafficOfEntries } from './traffic/check-traffic-of-entries.ts';
import { formatTrafficReport } from './traffic/format-traffic-report.ts';

await runCommandLine('broken-servers', {
  help,
  async run(args) {
    const options = parseOptions(args);
    if (options.isTraffic && !options.isList) return runTraffic(options);
    if (!options.isList) return run(options);
    console.log(formatList(options.entries, leftOut));
    return 0;
  },
});

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

/** Returns the exit code. */
async function runTraffic({ entries, isVerbose }: Options): Promise<number> {
  const results = await checkTrafficOfEntries(entries);
  console.log(formatTrafficReport(results, isVerbose));
  return results.every(({ isRight }) => isRight) ? 0 : 1;
}
