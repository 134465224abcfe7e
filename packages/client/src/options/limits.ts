import { BadArgumentError } from '../errors/giftoin-error.ts';

/** The limits of a call. Times are in milliseconds, sizes in bytes. */
export interface Limits {
  readonly timeout: number;
  readonly attemptTimeout: number;
  readonly retries: number;
  readonly retryBudget: number;
  readonly maxBodySize: number;
}

/** The default, minimum and maximum of every limit. A timer of more than 2³¹ − 1 ms would fire at once. */
const bounds = {
  timeout: [30_000, 1, 2 ** 31 - 1],
  attemptTimeout: [10_000, 1, 2 ** 31 - 1],
  retries: [2, 0, 100],
  retryBudget: [20, 0, 2 ** 53 - 1],
  maxBodySize: [5_242_880, 1, 2 ** 53 - 1],
} as const;

/**
 * Resolves the limits of a client or a call.
 *
 * @param defaults the limits of the client. Default: the default of each limit.
 * @throws {BadArgumentError} if a limit is not an integer within its bounds
 */
export function resolveLimits(
  values: { readonly [Name in keyof Limits]?: number | undefined },
  defaults?: Limits,
): Limits {
  const limits = Object.entries(bounds).map(([name, [standard, minimum, maximum]]) => {
    const value = values[name as keyof Limits] ?? defaults?.[name as keyof Limits] ?? standard;
    if (Number.isInteger(value) && value >= minimum && value <= maximum) return [name, value];
    throw new BadArgumentError(`${name} is ${value}. It must be an integer from ${minimum} to ${maximum}.`);
  });
  return Object.fromEntries(limits);
}
