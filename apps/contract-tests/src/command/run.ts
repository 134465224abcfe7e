import { writeFile } from 'node:fs/promises';
import type { Progress } from '../options.ts';
import { type Format, formats } from '../reports/formats.ts';
import { textOf } from '../reports/text.ts';
import type { Command } from './flags.ts';

interface Output {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/**
 * Runs the checks, prints what was found, and writes the reports that are asked for.
 *
 * @returns the exit code: 0 where the server keeps the contract, 1 where not, 2 where not everything was checked
 * @throws {Error} where that cannot be found out, or a report cannot be written
 */
export async function runCommand(
  { options, listsAll, files }: Command,
  out: Output,
  progress: Output,
): Promise<number> {
  out.write(`Contract checks against ${options.url}\n\n`);
  // Loaded here, because a mistake on the command line should not wait for it.
  const { checkContract } = await import('../check-contract.ts');
  const interrupted = new AbortController();
  const interrupt = () => interrupted.abort();
  process.once('SIGINT', interrupt);
  const report = await checkContract({
    ...options,
    signal: interrupted.signal,
    onProgress: progress.isTTY ? (state) => progress.write(lineOf(state)) : undefined,
  }).finally(() => {
    process.removeListener('SIGINT', interrupt);
    if (progress.isTTY) progress.write(eraseLine);
  });
  out.write(textOf(report, listsAll));
  for (const [format, file] of Object.entries(files)) {
    try {
      await writeFile(file, formats[format as Format](report));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      throw new Error(`${file}: cannot be written (${code}). Give a path in a folder that is there.`);
    }
  }
  if (report.findings.length > 0) return 1;
  return report.ended === undefined ? 0 : 2;
}

const eraseLine = '\r\u001b[K';

function lineOf({ checksDone, checks, requests, failed }: Progress): string {
  return `${eraseLine}  ${checksDone} of ${checks} checks, ${requests} requests, ${failed} failed`;
}
