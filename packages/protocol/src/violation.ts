/**
 * One place where a response violates the contract. Programs decide by `code` and `path`; only people read `message`,
 * so it can be reworded without changing any behaviour.
 */
export interface Violation<Code extends string = string> {
  /** What is violated, for example `percentage-not-rounded-down`. Stable between releases. */
  readonly code: Code;
  /** Leads to the place in the JSON of the response, for example `[0].cards[2].isOwned`. Empty for the whole response. */
  readonly path: string;
  /** The values that the message names, for example `{ actual: 34, expected: 33 }`. Optional. */
  readonly values?: Readonly<Record<string, unknown>>;
  /** What is there and what was expected, as a sentence for people. */
  readonly message: string;
}
