import { parseArgs } from 'node:util';
import { createSandboxControl, SandboxControlError } from '../control/client.ts';
import { defaultToken } from '../control/token.ts';
import { type Command, type Flags, flagValues } from './command.ts';
import { commands } from './commands.ts';
import { parsing, UsageError } from './values.ts';

/** Runs a command against a running sandbox. Returns the lines there are to print. */
export async function runCommand(name: string, words: string[], environment: NodeJS.ProcessEnv): Promise<string[]> {
  const command = commands.get(name);
  if (!command) throw new UsageError(`There is no command ${JSON.stringify(name)}. See --help.`);
  const { values, positionals } = parsed(name, command, words);
  const { control, token, workspace, ...flags } = values;
  const url = control ?? (environment.GIFTOIN_SANDBOX_CONTROL || undefined);
  if (url !== undefined && !(/^https?:/i.test(url) && URL.canParse(url))) {
    throw new UsageError(`The control side is ${JSON.stringify(url)}. Give a URL, such as http://127.0.0.1:4021.`);
  }
  const client = createSandboxControl({
    url,
    token: token ?? (environment.GIFTOIN_SANDBOX_TOKEN || defaultToken),
    workspace: workspace ?? (environment.GIFTOIN_SANDBOX_WORKSPACE || undefined),
  });
  try {
    return linesOf(await command.run(client, positionals, flags));
  } catch (error) {
    if (!(error instanceof SandboxControlError) || error.status !== 401) throw error;
    throw new Error(
      'The sandbox refuses the token. Give the one it was started with: --token, or GIFTOIN_SANDBOX_TOKEN.',
    );
  }
}

/** A list has a line for each item, so that it can be read and searched; texts stand as they are. */
function linesOf(result: unknown): string[] {
  if (result === undefined) return ['done'];
  if (!Array.isArray(result)) return [JSON.stringify(result, null, 2)];
  return result.map((item) => (typeof item === 'string' ? item : JSON.stringify(item)));
}

function parsed(name: string, { words: wanted, flags = [] }: Command, args: string[]) {
  const own = flags.map((flag) => [flag, { type: flagValues[flag] === '' ? 'boolean' : 'string' }] as const);
  const common = { control: { type: 'string' }, token: { type: 'string' }, workspace: { type: 'string' } } as const;
  const options = { ...common, ...Object.fromEntries(own) };
  const { values, positionals } = parsing(() => parseArgs({ args, allowPositionals: true, options }));
  const names = wanted.split(' ').filter(Boolean);
  const least = names.filter((word) => !word.startsWith('[')).length;
  if (positionals.length < least || positionals.length > names.length) {
    throw new UsageError(`${name} takes ${wanted || 'no words'}; there are ${positionals.length} words. See --help.`);
  }
  // Each flag has the type that its option above gives it.
  return { values: values as Flags & { [Flag in keyof typeof common]?: string }, positionals };
}
