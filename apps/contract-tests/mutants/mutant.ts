import type { Mutation } from './server/exchange.ts';
import type { WorldName } from './server/worlds.ts';

/** A server to run the suite against: the conforming one, but for one thing. */
export interface Mutant {
  /** Stable, and unique in the catalogue. */
  readonly id: string;
  readonly group: string;
  /** What is different, in a sentence. */
  readonly what: string;
  readonly mutation: Mutation;
  /** Whether it keeps the contract all the same. */
  readonly conforms: boolean;
  readonly circumstances: Circumstances;
}

/** Where a mutant needs other surroundings than most. */
export interface Circumstances {
  /** The world it answers from; the rich one where not given. */
  readonly world?: WorldName;
  /** The API key that it knows. */
  readonly key?: string;
  /** The user whom the suite is told of. */
  readonly user?: string;
  /** A program that the suite is told of. */
  readonly program?: string;
  /** Whether the suite is given keys that get 402 and 403. */
  readonly hasKeysForErrors?: boolean;
}

/** One line of the catalogue. */
export type Row = readonly [id: string, what: string, mutation: Mutation, circumstances?: Circumstances];

/** Servers that break the contract. */
export const defects = (group: string, rows: readonly Row[]): Mutant[] =>
  rows.map((row) => mutantOf(group, row, false));

/** Servers that keep it in an unusual way. */
export const variants = (group: string, rows: readonly Row[]): Mutant[] =>
  rows.map((row) => mutantOf(group, row, true));

function mutantOf(group: string, [id, what, mutation, circumstances = {}]: Row, conforms: boolean): Mutant {
  return { id: `${group}/${id}`, group, what, mutation, conforms, circumstances };
}
