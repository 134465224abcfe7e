import { access, constants, stat, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { UsageError } from '@giftoin/command-line';
import type { ContractReport } from '../model/contract-report.ts';
import type { FailedRun } from '../model/failed-run.ts';
import { formatServerUrl, parseServerUrl } from '../model/server-url.ts';
import { type ReportFormat, reportFormats } from '../reports/report-formats.ts';
import { toSafeText } from '../reports/to-safe-text.ts';
import { text } from './flag-types.ts';

/** The report files to write, by format. */
export type ReportFiles = Readonly<Partial<Record<ReportFormat, string>>>;

/** The flags that name report files. */
export const reportFlags = { junit: text, json: text, markdown: text, sarif: text } as const satisfies Record<
  ReportFormat,
  typeof text
>;

/** Returns the report files that flags name. */
export function toReportFiles(flags: Readonly<Record<string, unknown>>): ReportFiles {
  const names = Object.keys(reportFlags).filter((name) => typeof flags[name] === 'string');
  return Object.fromEntries(names.map((name) => [name, flags[name]]));
}

/** Writes the report files of a run. Throws an error if one cannot be written. */
export async function writeReports(files: ReportFiles, report: ContractReport): Promise<void> {
  for (const [format, file] of listFiles(files)) await write(format, file, reportFormats[format].format(report));
}

/**
 * Runs a command so that its report files always say something about this run: before it starts, that it has not finished; if it
 * fails, why. Otherwise an older report could be taken for the result, also if the process is killed.
 *
 * Throws an error if a report file cannot be written, before the command runs, and what the command throws.
 */
export async function runWithReports(args: readonly string[], run: () => Promise<number>): Promise<number> {
  const { url, files } = findReportFlags(args);
  const fail = async (reason: string) => {
    for (const [format, file] of listFiles(files)) {
      if (await isReplaceable(file)) await write(format, file, reportFormats[format].formatFailed({ url, reason }));
    }
  };
  try {
    await checkFiles(files);
    await fail('The run has not finished. If it is not running any more, it was ended from outside.');
    return await run();
  } catch (error) {
    // It can quote a response.
    if (error instanceof Error && !(error instanceof UsageError)) error.message = toSafeText(error.message);
    // The first error says more than one that a file cannot be written.
    await fail(error instanceof Error ? error.message : String(error)).catch(() => {});
    throw error;
  }
}

function listFiles(files: ReportFiles): [ReportFormat, string][] {
  return Object.entries(files) as [ReportFormat, string][];
}

/** Finds the report files, and the URL, even if the command line has errors. */
function findReportFlags(args: readonly string[]): Pick<FailedRun, 'url'> & { readonly files: ReportFiles } {
  const { values } = parseArgs({ args: [...args], options: { ...reportFlags, url: text }, strict: false });
  let url: string | undefined;
  try {
    url = formatServerUrl(parseServerUrl(String(values.url)));
  } catch {
    // The command says what is wrong with it. It can contain a password.
  }
  return { url, files: toReportFiles(values) };
}

async function checkFiles(files: ReportFiles): Promise<void> {
  const flags = new Map<string, string>();
  for (const [format, file] of listFiles(files)) {
    const other = flags.get(resolve(file));
    if (other !== undefined && (await isReplaceable(file))) {
      throw new UsageError(`--${other} and --${format} name the same file, ${file}. Pass two files.`);
    }
    flags.set(resolve(file), format);
    // A device or a pipe gets only the report.
    if (await isReplaceable(file)) continue;
    if ((await stat(file)).isDirectory()) throwUnwritable(format, file, { code: 'EISDIR' });
    await access(file, constants.W_OK).catch((error) => throwUnwritable(format, file, error));
  }
}

/** Whether a path is a file or leads to none. What is written to a pipe cannot be replaced. */
async function isReplaceable(file: string): Promise<boolean> {
  return await stat(file).then(
    (stats) => stats.isFile(),
    () => true,
  );
}

async function write(format: ReportFormat, file: string, content: string): Promise<void> {
  await writeFile(file, content).catch((error) => throwUnwritable(format, file, error));
}

function throwUnwritable(format: ReportFormat, file: string, { code }: Pick<NodeJS.ErrnoException, 'code'>): never {
  const advice = code === 'ENOENT' ? 'a path in a folder that exists' : 'the path of a file that this user can write';
  throw new Error(`--${format}: ${file} cannot be written (${code}). Pass ${advice}.`);
}
