import type { Progress } from '../model/contract-options.ts';
import { formatText } from '../reports/format-text.ts';
import { createWaitPrinter } from './create-wait-printer.ts';
import type { Command } from './parse-command.ts';
import { writeReports } from './report-files.ts';

interface Output {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/**
 * Runs the checks, prints the report, and writes the report files.
 *
 * Returns the exit code: 0 if the server conforms to the contract, 1 if it does not, 2 if not everything was checked.
 * Throws an error if the checks could not run, or a file could not be written.
 */
export async function runCommand(
  { options, includesPassed, baseline, files }: Command,
  output: Output,
  progressOutput: Output,
): Promise<number> {
  output.write(`Contract checks against ${options.url}\n\n`);
  // Loaded only now, so that a usage error or --help does not wait for it.
  const { checkContract } = await import('../engine/check-contract.ts');
  const { readBaseline } = await import('../baseline/read-baseline.ts');
  const accepted = baseline === undefined ? undefined : await readBaseline(baseline);
  const cancelling = new AbortController();
  const cancel = () => cancelling.abort();
  process.once('SIGINT', cancel);
  const report = await checkContract({
    ...options,
    accepted,
    signal: cancelling.signal,
    onWait: createWaitPrinter(progressOutput),
    onProgress: progressOutput.isTTY ? (progress) => progressOutput.write(formatProgress(progress)) : undefined,
  }).finally(() => {
    process.removeListener('SIGINT', cancel);
    if (progressOutput.isTTY) progressOutput.write(eraseLine);
  });
  output.write(formatText(report, includesPassed));
  await writeReports(files, report);
  if (report.findings.length > 0) return 1;
  return report.ended === undefined && report.tooLittle === undefined ? 0 : 2;
}

const eraseLine = '\r\u001b[K';

function formatProgress({ checksDone, checks, requests, failed }: Progress): string {
  return `${eraseLine}  ${checksDone} of ${checks} checks, ${requests} requests, ${failed} failed`;
}
