import { parseArgs } from 'node:util';
import { catalogue } from './catalogue/index.ts';
import type { Mutant } from './mutant.ts';

export const help = `Runs the contract suite against servers that each break the contract in one way, and against some that keep it in
an unusual way: it must find something wrong with all of the first and nothing with any of the others.

Usage: mutants [--only ID]... [--list] [--verbose]

  --only ID       the mutants whose id is, or begins with, ID, such as authentication/ or rules/percent-up
  --list          names them, and what could not be one, and runs nothing
  --verbose       tells of each what was found
  --threads N     in how many threads   (as many as there are processors, and no more than 8)
  --help          this text

Exit code 0: all were caught and there was no false alarm. 1: not so. 2: the command line makes no sense.`;

export interface Options {
  readonly mutants: readonly Mutant[];
  readonly isList: boolean;
  readonly isVerbose: boolean;
  /** Undefined where the machine decides. */
  readonly threads: number | undefined;
}

/** Words of the command line that make no sense; the message says which and what does. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** @throws {UsageError} for a flag that does not exist, an id that none has, or a number that is none */
export function optionsOf(words: string[]): Options | 'help' {
  const flags = flagsOf(words);
  if (flags.help) return 'help';
  const unknown = flags.only.find((id) => !catalogue.some((mutant) => mutant.id.startsWith(id)));
  if (unknown !== undefined) {
    throw new UsageError(`--only is ${JSON.stringify(unknown)}, which no mutant is called. --list names them all.`);
  }
  const threads = flags.threads === undefined ? undefined : Number(flags.threads);
  if (threads !== undefined && !(Number.isInteger(threads) && threads >= 1 && threads <= 64)) {
    throw new UsageError(`--threads is ${JSON.stringify(flags.threads)}. It is a whole number from 1 to 64.`);
  }
  const isMeant = ({ id }: Mutant) => flags.only.length === 0 || flags.only.some((start) => isNamed(id, start));
  return { mutants: catalogue.filter(isMeant), isList: flags.list, isVerbose: flags.verbose, threads };
}

/** By its whole id; by a beginning of it where none is called so. */
function isNamed(id: string, start: string): boolean {
  return catalogue.some((mutant) => mutant.id === start) ? id === start : id.startsWith(start);
}

function flagsOf(words: string[]) {
  try {
    return parseArgs({
      args: words.filter((word, index) => !(word === '--' && index === 0)),
      options: {
        only: { type: 'string', multiple: true, default: [] },
        list: { type: 'boolean', default: false },
        verbose: { type: 'boolean', default: false },
        threads: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values;
  } catch (error) {
    const [what] = (error as Error).message.split('. ');
    throw new UsageError(`${what}. See --help.`);
  }
}
