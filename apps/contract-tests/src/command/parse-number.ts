import { UsageError } from '@giftoin/command-line';

export function parseNumber(flag: string, value: string | undefined, minimum: number): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d{1,9}$/.test(value) && Number(value) >= minimum) return Number(value);
  throw new UsageError(`${flag} is ${JSON.stringify(value)}. Pass a whole number of at least ${minimum}.`);
}

/** Parses seconds, and returns milliseconds. */
export function parseSeconds(flag: string, value: string | undefined): number | undefined {
  const seconds = parseNumber(flag, value, 1);
  return seconds === undefined ? undefined : seconds * 1000;
}
