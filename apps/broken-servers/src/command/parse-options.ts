import { parseArguments as parseFlags, UsageError } from '@giftoin/command-line';
import { entries } from '../entries.ts';
import type { Entry } from '../entry.ts';

export const help = `Runs the contract suite against a catalogue of broken servers, each with one defect, and against conforming variants,
which keep the contract in an unusual way. The suite must find every defect and must not report any of the variants.

Usage: broken-servers [--only ID]... [--list] [--verbose] [--threads N]

  --only ID       run only the entry with this ID, or all entries whose IDs start with it, for example
                  authentication/ or rules/percent-up
  --list          print all IDs and titles, and the defects that cannot be found from outside, without running anything
  --traffic       check recordings of ordinary requests to the servers, instead of running the suite
  --verbose       print what was found on every server
  --threads N     number of worker threads   (default: one per processor core, at most 8)
  --help          print this text

Exit codes: 0 if every defect was found without a false alarm, 1 if not, 2 for a usage error.`;

const options = {
  only: { type: 'string', multiple: true, default: [] as string[] },
  list: { type: 'boolean', default: false },
  traffic: { type: 'boolean', default: false },
  verbose: { type: 'boolean', default: false },
  threads: { type: 'string' },
} as const;

export interface Options {
  readonly entries: readonly Entry[];
  readonly isList: boolean;
  readonly isTraffic: boolean;
  readonly isVerbose: boolean;
  /** Undefined for the default. */
  readonly threads: number | undefined;
}

/** Throws a UsageError for an unknown flag, an unknown ID or an invalid number. */
export function parseOptions(args: readonly string[]): Options {
  const flags = parseFlags(args, { options }).values;
  const unknown = flags.only.find((id) => !entries.some((entry) => entry.id.startsWith(id)));
  if (unknown !== undefined) {
    throw new UsageError(`No ID starts with ${JSON.stringify(unknown)}. --list prints all IDs.`);
  }
  const threads = flags.threads === undefined ? undefined : Number(flags.threads);
  if (threads !== undefined && !(Number.isInteger(threads) && threads >= 1 && threads <= 64)) {
    throw new UsageError(`--threads is ${JSON.stringify(flags.threads)}. Pass an integer from 1 to 64.`);
  }
  const isSelected = ({ id }: Entry) => flags.only.length === 0 || flags.only.some((start) => matchesId(id, start));
  return {
    entries: entries.filter(isSelected),
    isList: flags.list,
    isTraffic: flags.traffic,
    isVerbose: flags.verbose,
    threads,
  };
}

/** Compares the whole ID if an entry has it, or else the start. */
function matchesId(id: string, start: string): boolean {
  return entries.some((entry) => entry.id === start) ? id === start : id.startsWith(start);
}
