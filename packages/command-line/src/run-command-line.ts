import { UsageError } from './usage-error.ts';

export interface CommandLine {
  /** What `--help` and `-h` print. */
  readonly help: string;
  /** What `--version` prints. Default: `--version` is a flag like others. */
  readonly version?: string;
  /** The exit code if `run` throws anything but a UsageError. Default: 1. */
  readonly failureExitCode?: number;
  /** Runs the program. Returns its exit code. Default: 0. */
  run(args: string[], environment: NodeJS.ProcessEnv): Promise<number | undefined>;
}

/**
 * Runs a program with the arguments and the environment of this process, and sets the exit code. An error is printed to
 * stderr as `name: message`. The exit code after a UsageError is 2.
 */
export async function runCommandLine(
  name: string,
  { help, version, failureExitCode = 1, run }: CommandLine,
): Promise<void> {
  // The reader of a pipe may stop reading early, for example `head`.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  try {
    // pnpm passes on the `--` of `pnpm run script -- --flag`.
    const args = process.argv.slice(process.argv[2] === '--' ? 3 : 2);
    if (args.includes('--help') || args.includes('-h')) console.log(help);
    else if (version !== undefined && args.includes('--version')) console.log(version);
    else process.exitCode = (await run(args, process.env)) ?? 0;
  } catch (error) {
    console.error(`${name}: ${error instanceof Error ? error.message : error}`);
    process.exitCode = error instanceof UsageError ? 2 : failureExitCode;
  }
}
