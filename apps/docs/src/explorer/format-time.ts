const units = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1_000],
] as const;

/** Formats a duration in milliseconds with its two largest units, for example `6 d 23 h`. Rounds up. */
export function formatDuration(milliseconds: number): string {
  const precision = milliseconds > 3_600_000 ? 60_000 : 1_000;
  let rest = Math.ceil(milliseconds / precision) * precision;
  const parts: string[] = [];
  for (const [unit, size] of units) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push(`${count} ${unit}`);
    else if (parts.length > 0) break;
  }
  return parts.slice(0, 2).join(' ') || '0 s';
}

const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });

/** Formats a time, for example `27 Nov 2026, 23:30 UTC`. */
export function formatTime(time: number): string {
  // A server can send a number that is no time.
  return Number.isNaN(new Date(time).getTime()) ? String(time) : `${format.format(time)} UTC`;
}

/** Formats the offset of a clock, for example `+8 d`. Empty if it is less than a second. */
export function formatOffset(offset: number): string {
  if (Math.abs(offset) < 1_000) return '';
  // A clock that was moved has an offset that differs by a few milliseconds.
  const rounded = Math.round(Math.abs(offset) / 1_000) * 1_000;
  return `${offset < 0 ? '−' : '+'}${formatDuration(rounded)}`;
}
