import { parseArguments } from '@giftoin/command-line';
import type { ContractOptions } from '../model/contract-options.ts';
import { flag, list, text } from './flag-types.ts';
import { parseApiKeys } from './parse-api-keys.ts';
import { connectionFlags, parseConnection } from './parse-connection.ts';
import { parseNumber, parseSeconds } from './parse-number.ts';
import { parseParameters } from './parse-parameters.ts';
import { parseRequirement, withRequirement } from './parse-requirement.ts';
import { type ReportFiles, reportFlags, toReportFiles } from './report-files.ts';

/** The parsed command line. */
export interface Command {
  readonly options: ContractOptions;
  /** Whether to list the checks that passed. */
  readonly includesPassed: boolean;
  /** The file with the accepted deviations; undefined if there is none. */
  readonly baseline: string | undefined;
  /** The report files to write, by format. */
  readonly files: ReportFiles;
}

/**
 * Parses command-line arguments.
 *
 * Throws UsageError if a flag is unknown, a value is invalid, or a required flag is missing.
 */
export function parseCommand(args: readonly string[], environment: NodeJS.ProcessEnv): Command {
  const flags = parseFlags(withRequirement(args));
  const { platform, user, program, document } = flags;
  const options: ContractOptions = {
    ...parseConnection(flags, environment),
    ...parseApiKeys(flags.key, flags['key-for'], environment),
    platform,
    user,
    program,
    document,
    parameters: parseParameters(flags.parameter),
    writes: flags.writes,
    writeBudget: parseNumber('--write-budget', flags['write-budget'], 1),
    direct: flags.direct,
    budget: parseNumber('--budget', flags.budget, 1),
    rate: parseNumber('--rate', flags.rate, 1),
    concurrency: parseNumber('--concurrency', flags.concurrency, 1),
    timeout: parseSeconds('--timeout', flags.timeout),
    deadline: parseSeconds('--deadline', flags.deadline),
    only: flags.only,
    seed: parseNumber('--seed', flags.seed, 0),
    require: parseRequirement(flags.require, environment),
  };
  return { options, includesPassed: flags.all, baseline: flags.baseline, files: toReportFiles(flags) };
}

function parseFlags(args: readonly string[]) {
  return parseArguments(args, {
    options: {
      ...connectionFlags,
      key: text,
      'key-for': list,
      platform: text,
      user: text,
      program: text,
      parameter: list,
      document: text,
      writes: flag,
      'write-budget': text,
      direct: flag,
      budget: text,
      rate: text,
      concurrency: text,
      timeout: text,
      deadline: text,
      only: text,
      seed: text,
      require: text,
      baseline: text,
      all: flag,
      ...reportFlags,
    },
  }).values;
}
