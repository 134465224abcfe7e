import { UsageError } from './usage-error.ts';

/** Where a list comes from: a flag that is repeated, else an environment variable with spaces or commas between the items. */
export interface ListSource {
  /** The name of the flag, for example `--allowed-host`. */
  readonly flag: string;
  readonly variable: string;
  readonly environment: NodeJS.ProcessEnv;
  isValid(item: string): boolean;
  /** What to use instead of an invalid item, as a sentence. */
  readonly hint: string;
}

/**
 * Returns the items that a flag or an environment variable lists.
 *
 * @param values the values of the flag, `undefined` if it is not set
 * @throws {UsageError} if an item is invalid
 */
export function parseList(values: readonly string[] | undefined, source: ListSource): readonly string[] {
  const { flag, variable, environment, isValid, hint } = source;
  const items = values ?? (environment[variable] ?? '').split(/[\s,]+/).filter(Boolean);
  const wrong = items.find((item) => !isValid(item));
  if (wrong === undefined) return items;
  throw new UsageError(`${values ? flag : variable} is ${JSON.stringify(wrong)}. ${hint}`);
}
