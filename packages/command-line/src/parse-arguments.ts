import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { UsageError } from './usage-error.ts';

export interface ArgumentsConfig {
  /** The flags by name, as `parseArgs` of `node:util` takes them. */
  readonly options: ParseArgsOptionsConfig;
  /** Default: `false`. */
  readonly allowPositionals?: boolean;
}

/** The values of the flags, and the positional arguments. */
export type Arguments<Config extends ArgumentsConfig> = ReturnType<typeof parseArgs<Config>>;

/**
 * Parses command-line arguments.
 *
 * @throws {UsageError} if a flag is unknown, a value is missing, or an argument is not expected. The message never contains
 *   the value of a flag, which may be secret.
 */
export function parseArguments<Config extends ArgumentsConfig>(
  args: readonly string[],
  config: Config,
): Arguments<Config> {
  const problem = findProblem(args, config);
  if (problem !== undefined) throw new UsageError(`${problem} See --help.`);
  // `args` does not change the types of the results.
  return parseArgs({ ...config, args }) as Arguments<Config>;
}

/** The errors that `parseArgs` throws take several lines, so its lenient mode is used to find out what is wrong. */
function findProblem(args: readonly string[], { options, allowPositionals }: ArgumentsConfig): string | undefined {
  const { tokens } = parseArgs({ args, options, strict: false, allowPositionals: true, tokens: true });
  for (const token of tokens) {
    if (token.kind === 'positional' && !allowPositionals) return `Unexpected argument '${token.value}'.`;
    if (token.kind !== 'option') continue;
    const { name, rawName, value, inlineValue } = token;
    if (!Object.hasOwn(options, name)) return `Unknown option '${rawName}'.`;
    const requiresValue = options[name]?.type === 'string';
    if (requiresValue && value === undefined) return `Option '${rawName}' requires a value.`;
    if (!requiresValue && value !== undefined) return `Option '${rawName}' does not take a value.`;
    if (value?.match(/^-./) && !inlineValue)
      return `Option '${rawName}' requires a value. If the value starts with a dash, write ${rawName}=VALUE.`;
  }
  return undefined;
}
