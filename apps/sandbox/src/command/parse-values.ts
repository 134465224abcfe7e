import { UsageError } from '@giftoin/command-line';
import type { UserId } from '@giftoin/simulator/sandbox';

const units: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Parses a duration, for example `500ms`, `90s`, `1h30m` or `2d`. Returns milliseconds. */
export function parseDuration(text: string): number {
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(ms|[smhd])/g)];
  if (text === '' || parts.map(([part]) => part).join('') !== text) {
    throw new UsageError(`${JSON.stringify(text)} is not a duration. Examples: 500ms, 90s, 1h30m, 2d.`);
  }
  return Math.round(parts.reduce((sum, [, number, unit = 'ms']) => sum + Number(number) * (units[unit] ?? 1), 0));
}

/** Parses a time in ISO 8601, or in milliseconds since 1970-01-01T00:00:00Z. Returns the latter. */
export function parseTime(text: string): number {
  const time = /^-?\d{6,}$/.test(text) ? Number(text) : parseDate(text);
  if (time === undefined || Number.isNaN(time)) {
    const hint = 'Use ISO 8601, for example 2026-12-24T18:00:00Z, or milliseconds since 1970.';
    throw new UsageError(`${JSON.stringify(text)} is not a time. ${hint}`);
  }
  return time;
}

/** `Date.parse` accepts texts that are not ISO 8601, and days that a month does not have. */
function parseDate(text: string): number | undefined {
  const [, year, month, day] =
    /^(\d{4}|[+-]\d{6})-(\d\d)-(\d\d)(T\d\d:\d\d(:\d\d([.,]\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/.exec(text) ?? [];
  if (year === undefined) return undefined;
  const lastDay = new Date(0);
  lastDay.setUTCFullYear(Number(year), Number(month), 0);
  if (Number(day) > lastDay.getUTCDate()) return undefined;
  return Date.parse(text.replace(',', '.').replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
}

/** Parses a user, for example `discord/42`. */
export function parseUser(text: string): UserId {
  const slash = text.indexOf('/');
  if (slash < 1 || slash === text.length - 1) {
    throw new UsageError(`${JSON.stringify(text)} is not a user. Use PLATFORM/USER_ID, for example discord/42.`);
  }
  return { platform: text.slice(0, slash), platformUserId: text.slice(slash + 1) };
}

/** Parses a rate limit, for example `10/60s`. Returns null for `off`. */
export function parseRateLimit(text: string): { readonly requests: number; readonly per: number } | null {
  if (text === 'off') return null;
  const [, requests, per = ''] = /^(\d+)\/(.+)$/.exec(text) ?? [];
  if (requests === undefined) {
    throw new UsageError(`${JSON.stringify(text)} is not a rate limit. Use N/DURATION, for example 10/60s, or off.`);
  }
  return { requests: Number(requests), per: parseDuration(per) };
}

/** Parses the value of a flag that is `yes` or `no`. */
export function parseYesOrNo(flag: string, text: string): boolean {
  if (text === 'yes' || text === 'no') return text === 'yes';
  throw new UsageError(`--${flag} is ${JSON.stringify(text)}. Use yes or no.`);
}

export function parseNumber(name: string, text: string): number {
  const number = Number(text);
  if (text.trim() === '' || !Number.isFinite(number)) {
    throw new UsageError(`${name} is ${JSON.stringify(text)}. It must be a number.`);
  }
  return number;
}

/** Returns an object with the number of a flag, or an empty object if the flag is omitted. */
export function readNumberFlag<Name extends string>(
  flags: { readonly [Flag in Name]?: string | undefined },
  name: Name,
): { [Flag in Name]?: number } {
  const text = flags[name];
  // TypeScript widens a computed property name to string.
  return (text === undefined ? {} : { [name]: parseNumber(`--${name}`, text) }) as { [Flag in Name]?: number };
}
