/** The wait for a value that cannot be parsed, in milliseconds. A wait that is too short would overload the server. */
const cautiousDelay = 30_000;

/**
 * Parses a `Retry-After` header (RFC 9110, section 10.2.3): whole seconds or an HTTP date. Also accepts what servers send
 * against the standard, because a client must not wait for a shorter time than the server demands:
 *
 * - Several values, which HTTP libraries join with commas: the longest counts.
 * - Fractions of seconds: rounded up.
 * - ISO 8601 dates.
 * - Any other value: 30 seconds, or the number that it starts with if that is longer.
 *
 * @param retryAfter the value of the header; null or undefined if it is absent
 * @param date the value of the `Date` header of the same response. A date in `Retry-After` counts from it, because the
 * clocks of client and server can differ. Default: the clock of this machine.
 * @returns how long to wait, in milliseconds; undefined if the header is absent or empty
 */
export function parseRetryAfter(
  retryAfter: string | null | undefined,
  date: string | null | undefined,
): number | undefined {
  // The comma after the name of a day does not separate values.
  const values = retryAfter?.match(/\b(?:[mtwfs][a-z]{2}|[a-z]+day),[^,]+|[^,]+/gi);
  const delays = values?.map((value) => value.trim()).filter(Boolean) ?? [];
  if (delays.length === 0) return undefined;
  const longest = Math.max(...delays.map((value) => parseDelay(value, date)));
  return Math.min(Math.max(0, longest), Number.MAX_SAFE_INTEGER);
}

/** Formats a delay in milliseconds for `Retry-After`: in whole seconds, rounded up, at least 1. */
export function formatRetryAfter(delay: number): string {
  return String(Math.max(1, Math.ceil(delay / 1000)));
}

function parseDelay(value: string, date: string | null | undefined): number {
  if (/^(\d+\.?\d*|\.\d+)$/.test(value)) return toMilliseconds(value);
  const delay = parseDate(value) - (parseDate(date ?? '') || Date.now());
  if (!Number.isNaN(delay)) return delay;
  const start = /^\W*(\d+)(?![\d-])/.exec(value)?.[1] ?? '';
  return Math.max(cautiousDelay, toMilliseconds(start));
}

function toMilliseconds(seconds: string): number {
  return Math.ceil(Number(seconds)) * 1000;
}

/**
 * Parses one of the three date formats of RFC 9110 or an ISO 8601 date, in milliseconds; NaN if the text is none of them.
 */
function parseDate(text: string): number {
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return Date.parse(text);
  if (!/\d\d:\d\d/.test(text)) return Number.NaN;
  // Without a time zone, for example in the asctime format, the text would be read as local time.
  const zone = /(?:[a-z]|[+-]\d\d:?\d\d)$/i.test(text) ? '' : /^\d{4}-/.test(text) ? 'Z' : ' GMT';
  return Date.parse(text + zone);
}
