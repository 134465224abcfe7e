import { BadArgumentError } from '../errors/giftoin-error.ts';
import { findSimilar } from './find-similar.ts';
import { formatValue } from './format-value.ts';

/**
 * Reads the named properties of an object, each of them once: a getter could return another value the next time.
 *
 * @param what for the message: `option` or `parameter`
 * @param prefix precedes the name in the message, for example `rules.`
 * @throws {BadArgumentError} if the object has another property. The message suggests the most similar name.
 */
export function readKnown<Values extends object>(
  values: Values | null | undefined,
  names: readonly (keyof Values & string)[],
  what: string,
  prefix = '',
): Values {
  const unknown = Object.keys(values ?? {}).find((name) => !(names as readonly string[]).includes(name));
  if (unknown !== undefined) {
    const suggestion = prefix + findSimilar(unknown, names);
    throw new BadArgumentError(
      `There is no ${what} ${formatValue(prefix + unknown)}. Did you mean ${formatValue(suggestion)}?`,
    );
  }
  const known: Partial<Values> = {};
  for (const name of names) {
    const value = values?.[name];
    if (value !== undefined) known[name] = value;
  }
  return known as Values;
}
