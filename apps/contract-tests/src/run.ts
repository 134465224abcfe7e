import { fileURLToPath } from 'node:url';
import { startVitest } from 'vitest/node';
import { ContractReporter } from './reporter.ts';
import type { Target } from './target.ts';

/**
 * Runs the suite against a server and prints what it finds.
 *
 * @returns whether the server keeps the contract
 * @throws {Error} where that cannot be found out
 */
export async function runSuite(target: Target, print: (line: string) => void): Promise<boolean> {
  print(`Contract checks against ${target.url}\n`);
  const reporter = new ContractReporter(print);
  const vitest = await startVitest('test', [], {
    root: fileURLToPath(new URL('..', import.meta.url)),
    config: false,
    include: ['suite/*.suite.ts'],
    reporters: [reporter],
    provide: { target },
    watch: false,
    // The checks ask one server in turn; another process or thread would only cost its start.
    fileParallelism: false,
    testTimeout: 120_000,
  });
  await vitest.close();
  // Vitest says by the exit code of the process what the caller says here.
  process.exitCode = undefined;
  const [obstacle] = reporter.obstacles;
  if (obstacle !== undefined) throw new Error(obstacle);
  return reporter.failed === 0;
}
