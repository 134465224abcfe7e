/** What happened to one place of the document. */
export type ChangeKind = 'added' | 'removed' | 'modified' | 'renamed' | 'reordered';

/**
 * What a place of the document describes: what a client sends or receives, an example, or data in a keyword such as
 * `default`. A schema can be `negated` (in `not`), in a `condition` (`oneOf`, `if`, `contains`, …), and a property can be
 * in an object that is `closed` (`additionalProperties: false`).
 */
export type Context = 'request' | 'response' | 'example' | 'data' | 'negated' | 'condition' | 'closed';

/** A place in one of the two documents. */
export interface Side {
  /** A JSON pointer, for example `/components/schemas/Card/properties/rarity`. */
  readonly pointer: string;
  /** `undefined` if the document does not have the value. */
  readonly value: unknown;
}

/** One difference between the released document and the revision. */
export interface Change {
  readonly kind: ChangeKind;
  /** The type of the object that changed, as Redocly names it, for example `Schema`. `Value` if Redocly does not know it. */
  readonly type: string;
  /** The property of the object that changed. `undefined` if the object itself was added or removed. */
  readonly property: string | undefined;
  readonly before: Side;
  readonly after: Side;
  readonly contexts: ReadonlySet<Context>;
  /** Why Redocly rates the change as breaking. Empty if none of its rules applies. */
  readonly verdicts: readonly string[];
}

export type Rating = 'patch' | 'minor' | 'major';

const ratings: readonly Rating[] = ['patch', 'minor', 'major'];

/** Compares two ratings, as the argument of `sort`: patch first. */
export function compareRatings(first: Rating, second: Rating): number {
  return ratings.indexOf(first) - ratings.indexOf(second);
}

/** A change with its rating. */
export interface Finding extends Change {
  readonly rating: Rating;
  /** Whether readers of the report are to look at the change, although it does not break the contract. */
  readonly isWarning: boolean;
  readonly reason: string;
  /** The row of the rating table, or `redocly`, or `undecided`. */
  readonly decidedBy: string;
}
