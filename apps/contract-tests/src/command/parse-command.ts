import { parseArguments, UsageError } from '@giftoin/command-line';
import type { ContractOptions } from '../model/contract-options.ts';
import type { ReportFormat } from '../reports/report-formats.ts';
import { parseApiKeys } from './parse-api-keys.ts';
import { parseNumber, parseSeconds } from './parse-number.ts';
import { parseParameters } from './parse-parameters.ts';

/** The parsed command line. */
export interface Command {
  readonly options: ContractOptions;
  /** Whether to list the checks that passed. */
  readonly includesPassed: boolean;
  /** The report files to write, by format. */
  readonly files: Readonly<Partial<Record<ReportFormat, string>>>;
}

/**
 * Parses command-line arguments.
 *
 * Throws UsageError if a flag is unknown, a value is invalid, or a required flag is missing.
 */
export function parseCommand(args: readonly string[], environment: NodeJS.ProcessEnv): Command {
  const flags = parseFlags(args);
  const { platform, user, program, document, junit, json, markdown } = flags;
  const options: ContractOptions = {
    url: parseOrigin(flags.url),
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
  };
  const files = Object.entries({ junit, json, markdown }).filter(([, file]) => file !== undefined);
  return { options, includesPassed: flags.all, files: Object.fromEntries(files) };
}

function parseOrigin(url: string | undefined): string {
  if (url === undefined) throw new UsageError('--url is missing. Pass the origin of the server to check.');
  if (!URL.canParse(url) || !/^https?:/i.test(url)) {
    throw new UsageError(`--url is ${JSON.stringify(url)}. Pass the http or https origin of the server to check.`);
  }
  const { origin, pathname } = new URL(url);
  if (pathname !== '/') {
    throw new UsageError(`--url is ${JSON.stringify(url)}. Pass only the origin, without the path ${pathname}.`);
  }
  return origin;
}

const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;

function parseFlags(args: readonly string[]) {
  return parseArguments(args, {
    options: {
      url: text,
      key: text,
      'key-for': { type: 'string', multiple: true, default: [] as string[] },
      platform: text,
      user: text,
      program: text,
      parameter: { type: 'string', multiple: true, default: [] as string[] },
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
      all: flag,
      junit: text,
      json: text,
      markdown: text,
    },
  }).values;
}
