import { parseArguments, UsageError } from '@giftoin/command-line';
import type { TrafficOptions } from '../traffic/traffic-options.ts';
import { flag, text } from './flag-types.ts';
import { parseRequirement, withRequirement } from './parse-requirement.ts';
import { type ReportFiles, reportFlags, toReportFiles } from './report-files.ts';

/** The parsed command line of `traffic`. */
export interface TrafficCommand {
  readonly options: TrafficOptions;
  /** The file with the accepted deviations. */
  readonly baseline: string | undefined;
  /** Whether to list the checks that passed. */
  readonly includesPassed: boolean;
  /** The report files to write, by format. */
  readonly files: ReportFiles;
}

/**
 * Parses the command-line arguments that follow `traffic`.
 *
 * Throws UsageError if a flag is unknown, a value is invalid, or no file is given.
 */
export function parseTrafficCommand(args: readonly string[]): TrafficCommand {
  const { values, positionals } = parseArguments(withRequirement(args), {
    allowPositionals: true,
    options: {
      origin: { type: 'string', multiple: true, default: [] as string[] },
      document: text,
      direct: flag,
      require: text,
      all: flag,
      baseline: text,
      ...reportFlags,
    },
  });
  if (positionals.length === 0)
    throw new UsageError('No file is given. Pass HAR files or logs, or - for the standard input.');
  if (positionals.filter((file) => file === '-').length > 1) throw new UsageError('- is given twice. Pass it once.');
  const { document, direct, all, baseline } = values;
  return {
    options: {
      files: positionals,
      origins: values.origin.map(parseOrigin),
      document,
      direct,
      require: parseRequirement(values.require, {}),
    },
    baseline,
    includesPassed: all,
    files: toReportFiles(values),
  };
}

function parseOrigin(text: string): string {
  if (!/^https?:\/\/[^/?#@]+(\/[^?#]*)?$/i.test(text) || !URL.canParse(text)) {
    throw new UsageError(
      `--origin is ${JSON.stringify(text)}. Pass an http or https origin, and the base path of the API if it has one.`,
    );
  }
  const url = new URL(text);
  return url.origin + url.pathname.replace(/\/+$/, '');
}
