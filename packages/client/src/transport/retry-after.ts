/**
 * How long a `Retry-After` header demands to wait, in milliseconds; undefined if it is missing or malformed. A date counts
 * from the `Date` of the same response, because the clocks of client and server can differ.
 */
export function retryAfterOf(headers: Headers): number | undefined {
  const value = headers.get('retry-after') ?? '';
  const wait = /^\d+$/.test(value)
    ? Number(value) * 1000
    : httpDate(value) - (httpDate(headers.get('date') ?? '') || Date.now());
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}

/** A date in one of the three forms of RFC 9110, in ms; NaN if there is none. */
function httpDate(text: string): number {
  // The asctime format has no time zone, and would be read as local time.
  return /\d\d:\d\d:\d\d/.test(text) ? Date.parse(text.endsWith('GMT') ? text : `${text} GMT`) : Number.NaN;
}
