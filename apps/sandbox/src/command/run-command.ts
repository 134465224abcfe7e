import { parseArguments, UsageError } from '@giftoin/command-line';
import { createSandboxControl, defaultToken, SandboxControlError } from '@giftoin/simulator/control';
import { type Command, type Flags, flagValues } from './command.ts';
import { commands } from './commands.ts';
import { findControlUrl } from './find-control-url.ts';

/**
 * Runs a command against a running sandbox.
 *
 * @returns the lines to print
 * @throws {UsageError} if the command or its arguments are invalid
 */
export async function runCommand(name: string, args: string[], environment: NodeJS.ProcessEnv): Promise<string[]> {
  const command = commands.get(name);
  if (!command) throw new UsageError(`Unknown command ${JSON.stringify(name)}. See --help.`);
  const { values, positionals } = parseCommandArguments(name, command, args);
  const { control: controlUrl, token, workspace, ...flags } = values;
  const control = createSandboxControl({
    url: findControlUrl(controlUrl, environment),
    token: token ?? (environment.GIFTOIN_SANDBOX_TOKEN || defaultToken),
    workspace: workspace ?? (environment.GIFTOIN_SANDBOX_WORKSPACE || undefined),
  });
  try {
    return formatResult(await command.run(control, positionals, flags));
  } catch (error) {
    if (!(error instanceof SandboxControlError) || error.status !== 401) throw error;
    throw new Error(
      'The sandbox rejected the token. Set --token or GIFTOIN_SANDBOX_TOKEN to the token that it was started with.',
    );
  }
}

/** Formats a list with one line per item, so that it can be searched. */
function formatResult(result: unknown): string[] {
  if (result === undefined) return ['done'];
  if (!Array.isArray(result)) return [JSON.stringify(result, null, 2)];
  return result.map((item) => (typeof item === 'string' ? item : JSON.stringify(item)));
}

function parseCommandArguments(name: string, { parameters, flags = [] }: Command, args: string[]) {
  const own = flags.map((flag) => [flag, { type: flagValues[flag] === '' ? 'boolean' : 'string' }] as const);
  const common = { control: { type: 'string' }, token: { type: 'string' }, workspace: { type: 'string' } } as const;
  const options = { ...common, ...Object.fromEntries(own) };
  const { values, positionals } = parseArguments(args, { allowPositionals: true, options });
  const names = parameters.split(' ').filter(Boolean);
  const required = names.filter((parameter) => !parameter.startsWith('['));
  if (positionals.length < required.length || positionals.length > names.length) {
    const received = positionals.length === 1 ? '1 argument' : `${positionals.length} arguments`;
    throw new UsageError(`${name} expects ${parameters || 'no arguments'}, but received ${received}. See --help.`);
  }
  // Each flag has the type that its option above gives it.
  return { values: values as Flags & { [Flag in keyof typeof common]?: string }, positionals };
}
