import { formatText } from '../reports/format-text.ts';
import type { TrafficCommand } from './parse-traffic-command.ts';
import { writeReports } from './report-files.ts';

interface Output {
  write(text: string): unknown;
}

/**
 * Checks recorded traffic, prints the report, and writes the report files.
 *
 * Returns the exit code: 0 if every response conforms to the contract, 1 if one does not, 2 if not everything was checked.
 * Throws an error if nothing could be checked, or a file could not be written.
 */
export async function runTrafficCommand(
  { options, includesPassed, baseline, files }: TrafficCommand,
  output: Output,
): Promise<number> {
  output.write(`Contract checks of recorded traffic: ${options.files.join(', ')}\n\n`);
  // Loaded only now, so that a usage error or --help does not wait for it.
  const { checkTraffic } = await import('../traffic/check-traffic.ts');
  const { readBaseline } = await import('../baseline/read-baseline.ts');
  const accepted = baseline === undefined ? undefined : await readBaseline(baseline);
  const cancelling = new AbortController();
  const cancel = () => cancelling.abort();
  process.once('SIGINT', cancel);
  const report = await checkTraffic({ ...options, accepted, signal: cancelling.signal }).finally(() => {
    process.removeListener('SIGINT', cancel);
  });
  output.write(formatText(report, includesPassed));
  await writeReports(files, report);
  if (report.findings.length > 0) return 1;
  return report.ended === undefined && report.tooLittle === undefined ? 0 : 2;
}
