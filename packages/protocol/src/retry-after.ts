/**
 * Parses a `Retry-After` header (RFC 9110, section 10.2.3): whole seconds or an HTTP date.
 *
 * @param retryAfter the value of the header; null or undefined if it is absent
 * @param date the value of the `Date` header of the same response. A date in `Retry-After` counts from it, because the
 * clocks of client and server can differ. Default: the clock of this machine.
 * @returns how long to wait, in milliseconds; undefined if the header is absent or malformed
 */
export function parseRetryAfter(
  retryAfter: string | null | undefined,
  date: string | null | undefined,
): number | undefined {
  const value = retryAfter ?? '';
  const delay = /^\d+$/.test(value)
    ? Number(value) * 1000
    : parseHttpDate(value) - (parseHttpDate(date ?? '') || Date.now());
  return Number.isNaN(delay) ? undefined : Math.max(0, delay);
}

/** Formats a delay in milliseconds for `Retry-After`: in whole seconds, rounded up, at least 1. */
export function formatRetryAfter(delay: number): string {
  return String(Math.max(1, Math.ceil(delay / 1000)));
}

/** Parses one of the three date formats of RFC 9110, in milliseconds; NaN if the text is none of them. */
function parseHttpDate(text: string): number {
  // The asctime format has no time zone, and would be read as local time.
  return /\d\d:\d\d:\d\d/.test(text) ? Date.parse(text.endsWith('GMT') ? text : `${text} GMT`) : Number.NaN;
}
