import type { Change } from './server/respond.ts';
import type { WorldName } from './server/worlds.ts';

/** A server to run the contract suite against: the conforming server with one change. */
export interface Entry {
  /** The group and a name. Unique and stable. */
  readonly id: string;
  readonly group: string;
  /** What the server does. Completes the sentence "A server that …". */
  readonly title: string;
  readonly change: Change;
  /** `false` for a defect: the server is broken. `true` for a variant: the server still keeps the contract. */
  readonly conforms: boolean;
  readonly options: EntryOptions;
}

export interface EntryOptions {
  /** The data that the server returns. Default: `rich`. */
  readonly world?: WorldName;
  /** The API key that the server accepts. */
  readonly apiKey?: string;
  /** The ID of the user that the suite requests. */
  readonly user?: string;
  /** The ID of a program, passed to the suite. */
  readonly program?: string;
  /** Whether the suite also gets the keys for 402, 403, 429 and 500. Default: `true` for variants, `false` for defects. */
  readonly hasKeysForStatuses?: boolean;
  /**
   * A part of the ID of the check that must fail. Only the checks with this part run. Default: all checks run, until the
   * first one fails.
   */
  readonly check?: string;
  /**
   * A part of the IDs of the checks that send the requests, if `check` is made of every response and sends none of its own.
   * Default: `/valid-key/`.
   */
  readonly requestsOf?: string;
}

/** One line of the catalogue. */
export type Row = readonly [name: string, title: string, change: Change, options?: EntryOptions];

export const createDefects = (group: string, rows: readonly Row[]): Entry[] =>
  rows.map((row) => createEntry(group, row, false));

export const createVariants = (group: string, rows: readonly Row[]): Entry[] =>
  rows.map((row) => createEntry(group, row, true));

function createEntry(group: string, [name, title, change, options = {}]: Row, conforms: boolean): Entry {
  return { id: `${group}/${name}`, group, title, change, conforms, options };
}
