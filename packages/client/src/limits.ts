import { BadArgumentError } from './errors.ts';

/** The numbers that bound a call; times in milliseconds, sizes in bytes. */
export interface Limits {
  readonly timeout: number;
  readonly attemptTimeout: number;
  readonly retries: number;
  readonly maxBodySize: number;
}

/** Every limit: what holds where none is given, its least and its most. A timer beyond 2³¹ − 1 ms would fire at once. */
const bounds = {
  timeout: [30_000, 1, 2 ** 31 - 1],
  attemptTimeout: [10_000, 1, 2 ** 31 - 1],
  retries: [2, 0, 100],
  maxBodySize: [5_242_880, 1, 2 ** 53 - 1],
} as const;

/**
 * The limits that are given, and the others from `otherwise`, else by default.
 *
 * @throws {BadArgumentError} that names the limit, its value and its bounds
 */
export function limitsOf(given: { readonly [Name in keyof Limits]?: number | undefined }, otherwise?: Limits): Limits {
  const limits = Object.entries(bounds).map(([name, [standard, least, most]]) => {
    const value = given[name as keyof Limits] ?? otherwise?.[name as keyof Limits] ?? standard;
    if (Number.isInteger(value) && value >= least && value <= most) return [name, value];
    throw new BadArgumentError(`${name} is ${value}. It is a whole number from ${least} to ${most}.`);
  });
  return Object.fromEntries(limits);
}
