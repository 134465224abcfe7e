/**
 * How long a `Retry-After` asks to wait, in milliseconds; undefined where the header is missing or not as RFC 9110 says.
 * A date counts from the answer's own `Date`, because the clock here may differ from that of the server.
 */
export function retryAfterOf(headers: Headers): number | undefined {
  const value = headers.get('retry-after')?.trim();
  if (!value) return undefined;
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const date = httpDate(value);
  return date === undefined ? undefined : Math.max(0, date - (httpDate(headers.get('date') ?? '') ?? Date.now()));
}

/** A date of RFC 9110 in any of its three forms, which engines do not parse alike: they take asctime for local time. */
function httpDate(text: string): number | undefined {
  // asctime, brought into the order of the others
  const ordered = text.replace(/^\w{3} (\w{3}) ([ \d]\d) ([\d:]{8}) (\d{4})$/, 'asc, $2 $1 $4 $3 GMT');
  const [, day, month, year = '', time] =
    /^\w+, ([ \d]\d)[ -](\w{3})[ -](\d\d|\d{4}) ([\d:]{8}) GMT$/.exec(ordered) ?? [];
  const inYear = (full: string) => Date.parse(`${day?.trim()} ${month} ${full} ${time} GMT`);
  let date = inYear(year.length === 2 ? `20${year}` : year);
  // Two digits that seem more than 50 years ahead mean the century before.
  if (year.length === 2 && date > Date.now() + fiftyYears) date = inYear(`19${year}`);
  return Number.isNaN(date) ? undefined : date;
}

const fiftyYears = 50 * 365.25 * 24 * 3_600_000;
