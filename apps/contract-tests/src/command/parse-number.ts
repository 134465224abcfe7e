import { UsageError } from '@giftoin/command-line';

export function parseNumber(flag: string, value: string | undefined, minimum: number): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d{1,9}$/.test(value) && Number(value) >= minimum) return Number(value);
  throw new UsageError(`${flag} is ${JSON.stringify(value)}. Pass a whole number of at least ${minimum}.`);
}

const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, min: 60_000, h: 3_600_000 };

/** Parses a duration with a unit, for example `60s` or `2m`, or without one in seconds. Returns milliseconds. */
export function parseDuration(flag: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const [, number, unit = 's'] = /^(\d{1,6}(?:\.\d{1,3})?)(ms|s|m|min|h)?$/.exec(value) ?? [];
  const duration = Math.round(Number(number) * (units[unit] ?? 0));
  // A longer timer would fire at once.
  if (duration >= 1 && duration < 2 ** 31) return duration;
  throw new UsageError(`${flag} is ${JSON.stringify(value)}. Pass a duration, for example 60s or 2m.`);
}

/** Parses seconds, and returns milliseconds. */
export function parseSeconds(flag: string, value: string | undefined): number | undefined {
  const seconds = parseNumber(flag, value, 1);
  return seconds === undefined ? undefined : seconds * 1000;
}
