import { UsageError } from '@giftoin/command-line';

/** Parses the flags `--parameter`, for example `boardId=42`. */
export function parseParameters(flags: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    flags.map((flag) => {
      const [, name, value] = /^([^=]+)=(.+)$/s.exec(flag) ?? [];
      if (name !== undefined && value !== undefined) return [name, value];
      throw new UsageError(`--parameter is ${JSON.stringify(flag)}. Pass a name and a value, for example boardId=42.`);
    }),
  );
}
