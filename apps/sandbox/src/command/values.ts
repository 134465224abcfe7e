/** Words of the command line that make no sense; the message says which and what does. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What the parser of flags throws, as one sentence. */
export function parsing<Result>(parse: () => Result): Result {
  try {
    return parse();
  } catch (error) {
    const [what = ''] = (error as Error).message.split(/\. |\n/);
    throw new UsageError(`${what.replace(/\.$/, '')}. See --help.`);
  }
}

const units: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** A duration such as `500ms`, `90s`, `1h30m` or `2d`, in milliseconds. */
export function durationOf(word: string): number {
  const parts = [...word.matchAll(/(\d+(?:\.\d+)?)(ms|[smhd])/g)];
  if (word === '' || parts.map(([part]) => part).join('') !== word) {
    throw new UsageError(`${JSON.stringify(word)} is no duration. Give one such as 500ms, 90s, 1h30m or 2d.`);
  }
  return Math.round(parts.reduce((sum, [, number, unit = 'ms']) => sum + Number(number) * (units[unit] ?? 1), 0));
}

/** A time in ISO 8601, or in milliseconds since 1970-01-01T00:00:00Z, as the latter. */
export function timeFrom(word: string): number {
  const time = /^-?\d{6,}$/.test(word) ? Number(word) : Date.parse(word);
  if (Number.isNaN(time)) {
    throw new UsageError(`${JSON.stringify(word)} is no time. Give one such as 2026-12-24T18:00:00Z, or milliseconds.`);
  }
  return time;
}

/** A user such as `discord/42`. */
export function userFrom(word: string): { readonly platform: string; readonly platformUserId: string } {
  const slash = word.indexOf('/');
  if (slash < 1 || slash === word.length - 1) {
    throw new UsageError(
      `${JSON.stringify(word)} is no user. Give the platform and the user there, such as discord/42.`,
    );
  }
  return { platform: word.slice(0, slash), platformUserId: word.slice(slash + 1) };
}

/** A rate limit such as `10/60s`, or `off`. */
export function limitFrom(word: string): { readonly requests: number; readonly per: number } | null {
  if (word === 'off') return null;
  const [, requests, per = ''] = /^(\d+)\/(.+)$/.exec(word) ?? [];
  if (requests === undefined)
    throw new UsageError(`${JSON.stringify(word)} is no limit. Give one such as 10/60s, or off.`);
  return { requests: Number(requests), per: durationOf(per) };
}

/** `yes` or `no`, as the value of a flag. */
export function yesOrNo(flag: string, word: string): boolean {
  if (word === 'yes' || word === 'no') return word === 'yes';
  throw new UsageError(`--${flag} is ${JSON.stringify(word)}. It is yes or no.`);
}

export function numberFrom(name: string, word: string): number {
  const number = Number(word);
  if (word.trim() === '' || !Number.isFinite(number))
    throw new UsageError(`${name} is ${JSON.stringify(word)}, no number.`);
  return number;
}

/** The number that a flag gives, under its name; nothing where it is not given. */
export function numberFlag<Name extends string>(
  flags: { readonly [Flag in Name]?: string | undefined },
  name: Name,
): { [Flag in Name]?: number } {
  const word = flags[name];
  // A computed name is any string to the compiler.
  return (word === undefined ? {} : { [name]: numberFrom(`--${name}`, word) }) as { [Flag in Name]?: number };
}
