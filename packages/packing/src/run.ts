import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

// A command that takes longer hangs. It must not outlive the test.
const timeout = 200_000;

/** Runs a command in a folder and returns its output. */
export function run(command: string, args: readonly string[], cwd: string) {
  return promisify(execFile)(command, args, { cwd, timeout });
}
