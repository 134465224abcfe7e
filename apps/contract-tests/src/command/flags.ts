import { parseArgs } from 'node:util';
import { type ContractOptions, defaults } from '../options.ts';
import type { Format } from '../reports/formats.ts';

/** Words of the command line that make no sense; the message says which and what does. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What the command line asks for. */
export interface Command {
  readonly options: ContractOptions;
  /** Whether to name the checks that passed, too. */
  readonly listsAll: boolean;
  /** The files to write a report to, by its format. */
  readonly files: Readonly<Partial<Record<Format, string>>>;
}

export const help = `Holds a server against the contract of the Giftoin collection-challenges API.

Usage: giftoin-contract-tests --url URL [--key KEY] [--user ID] [--junit FILE] ...

  --url URL         the origin of the server, such as https://staging.example.com
  --key KEY         an API key that it knows; better in GIFTOIN_API_KEY, which keeps it out of process lists
  --key-for S=KEY   a key that gets the status S, such as 402=KEY, once for each; or GIFTOIN_API_KEY_402 and its like
  --platform P      the platform of the user to ask for                                 (${defaults.platform})
  --user ID         that user, best one who owns some cards                             (${defaults.user})
  --program ID      a program that is visible to the key                                (the first of the user's list)
  --document FILE   another OpenAPI 3.1 document to hold the server against
  --direct          nothing stands in front of the server: it answers 400 itself where a proxy may refuse

  --budget N        send at most N requests                                             (${defaults.budget})
  --rate N          start at most N requests in a second                                (${defaults.rate})
  --concurrency N   have at most N requests under way at once                           (${defaults.concurrency})
  --timeout S       wait at most S seconds for an answer                                (${defaults.timeout / 1000})
  --deadline S      end after S seconds                                                 (${defaults.deadline / 1000})
  --seed N          make the values again that a run with this seed made                (by chance)

  --only TEXT       run the checks alone that have this in their id, as --json has it
  --all             name the checks that passed, too
  --junit FILE      write a report in JUnit's XML, for CI
  --json FILE       write everything that was found out, as JSON
  --markdown FILE   write a summary in Markdown, such as "$GITHUB_STEP_SUMMARY"
  --help            this text

Only GET is sent, no redirect is followed, a 429 with Retry-After is waited out, and no key is printed. A run takes about
500 requests, and one more for every program. Errors that no request provokes, such as 402, are asked of a mock with Prefer,
and of another server with the key that --key-for gives; without one they are skipped by name.

Exit code 0: the server keeps the contract. 1: it does not. 2: that could not be found out, or not all of it before the
budget or the deadline was used up.`;

/** @throws {UsageError} for a flag that does not exist, a value that does not fit, or none where one is needed */
export function wordsOf(words: string[], environment: NodeJS.ProcessEnv): Command | 'help' {
  const flags = flagsOf(words);
  if (flags.help) return 'help';
  const { url, key = environment.GIFTOIN_API_KEY, platform, user, program, document, junit, json, markdown } = flags;
  if (url === undefined) throw new UsageError('--url is missing. Give the origin of the server to check.');
  if (!URL.canParse(url) || !/^https?:/i.test(url)) {
    throw new UsageError(`--url is ${JSON.stringify(url)}. It is the http or https origin of the server to check.`);
  }
  const { origin, pathname } = new URL(url);
  if (pathname !== '/') {
    throw new UsageError(`--url is ${JSON.stringify(url)}. It is an origin alone: leave out the path ${pathname}.`);
  }
  if (!key?.trim()) throw new UsageError('The API key is missing. Give --key, or set GIFTOIN_API_KEY.');
  if (!isSendable(key)) throw new UsageError('The API key has characters that no HTTP header can carry.');
  const options: ContractOptions = {
    url: origin,
    key,
    keysFor: keysForOf(flags['key-for'], environment),
    platform,
    user,
    program,
    document,
    direct: flags.direct,
    budget: numberOf('--budget', flags.budget, 1),
    rate: numberOf('--rate', flags.rate, 1),
    concurrency: numberOf('--concurrency', flags.concurrency, 1),
    timeout: millisecondsOf('--timeout', flags.timeout),
    deadline: millisecondsOf('--deadline', flags.deadline),
    only: flags.only,
    seed: numberOf('--seed', flags.seed, 0),
  };
  const files = Object.entries({ junit, json, markdown }).filter(([, file]) => file !== undefined);
  return { options, listsAll: flags.all, files: Object.fromEntries(files) };
}

function isSendable(key: string): boolean {
  return /^[\x21-\x7e]+$/.test(key);
}

function numberOf(name: string, value: string | undefined, least: number): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d{1,9}$/.test(value) && Number(value) >= least) return Number(value);
  throw new UsageError(`${name} is ${JSON.stringify(value)}. It is a whole number from ${least} on.`);
}

function millisecondsOf(name: string, value: string | undefined): number | undefined {
  const seconds = numberOf(name, value, 1);
  return seconds === undefined ? undefined : seconds * 1000;
}

function keysForOf(words: readonly string[], environment: NodeJS.ProcessEnv): Record<number, string> {
  const given = words.map((word) => {
    const [, status, key = ''] = /^(\d{3})=(.*)$/s.exec(word) ?? [];
    if (status === undefined) throw new UsageError('--key-for is not a status and a key, such as 402=KEY.');
    return [status, key] as const;
  });
  const variables = Object.entries(environment).flatMap(([name, key = '']) => {
    const status = /^GIFTOIN_API_KEY_(\d{3})$/.exec(name)?.[1];
    // A CI passes on a secret that is not there as an empty text.
    return status === undefined || key === '' ? [] : [[status, key] as const];
  });
  for (const [status, key] of [...variables, ...given]) {
    if (!isSendable(key)) {
      throw new UsageError(`The key for ${status} is empty, or has characters that no HTTP header can carry.`);
    }
  }
  return Object.fromEntries([...variables, ...given]);
}

function flagsOf(words: string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  try {
    return parseArgs({
      args: words.filter((word, index) => !(word === '--' && index === 0)),
      options: {
        url: text,
        key: text,
        'key-for': { type: 'string', multiple: true, default: [] },
        platform: text,
        user: text,
        program: text,
        document: text,
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
        help: { ...flag, short: 'h' },
      },
    }).values;
  } catch (error) {
    const [what] = (error as Error).message.split('. ');
    throw new UsageError(`${what}. See --help.`);
  }
}
