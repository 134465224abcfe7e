/**
 * How long a `Retry-After` asks to wait, in milliseconds; undefined where the header is missing or not as RFC 9110 says.
 * A date counts from the answer's own `Date`, because the clock here may differ from that of the server.
 */
export function retryAfterOf(headers: Headers): number | undefined {
  const value = headers.get('retry-after') ?? '';
  const wait = /^\d+$/.test(value)
    ? Number(value) * 1000
    : httpDate(value) - (httpDate(headers.get('date') ?? '') || Date.now());
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}

/** A date in one of the three forms of RFC 9110, in ms; NaN where there is none. */
function httpDate(text: string): number {
  // That of asctime says no zone, and would be taken for local time.
  return /\d\d:\d\d:\d\d/.test(text) ? Date.parse(text.endsWith('GMT') ? text : `${text} GMT`) : Number.NaN;
}
