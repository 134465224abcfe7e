import { parseArgs } from 'node:util';
import { sandboxControl } from '../control/client.ts';
import { defaultToken } from '../sandbox.ts';
import { type Command, commands, type Flags, flagTypes } from './commands.ts';
import { UsageError } from './values.ts';

/** Runs a command against a running sandbox. Returns what there is to print. */
export async function drive(name: string, words: string[], environment: NodeJS.ProcessEnv): Promise<string> {
  const command = commands[name];
  if (!command) throw new UsageError(`There is no command ${JSON.stringify(name)}. See --help.`);
  const { values, positionals } = parsed(name, command, words);
  const least = command.words.split(' ').filter((word) => word !== '' && !word.startsWith('[')).length;
  const most = command.words.split(' ').filter(Boolean).length;
  if (positionals.length < least || positionals.length > most) {
    throw new UsageError(
      `${name} takes ${command.words || 'no words'}; there are ${positionals.length} words. See --help.`,
    );
  }
  const { control, token, workspace, ...flags } = values;
  const url = control ?? environment.GIFTOIN_SANDBOX_CONTROL;
  if (url !== undefined && !/^https?:\/\/\S+$/.test(url))
    throw new UsageError(`--control is ${JSON.stringify(url)}, no URL.`);
  const client = sandboxControl({
    ...(url !== undefined && { url }),
    token: token ?? environment.GIFTOIN_SANDBOX_TOKEN ?? defaultToken,
    ...(workspace !== undefined && { workspace }),
  });
  const result = await command.run(client, positionals, flags);
  return result === undefined ? 'done' : JSON.stringify(result, null, 2);
}

function parsed(name: string, { flags = [] }: Command, words: string[]) {
  const own = flags.map((flag) => [flag, { type: flagTypes[flag] }] as const);
  const common = { control: { type: 'string' }, token: { type: 'string' }, workspace: { type: 'string' } } as const;
  try {
    const { values, positionals } = parseArgs({
      args: words,
      allowPositionals: true,
      options: { ...common, ...Object.fromEntries(own) },
    });
    return { values: values as Flags & { [Flag in keyof typeof common]?: string }, positionals };
  } catch (error) {
    const [what] = (error as Error).message.split(/\. |\n/);
    throw new UsageError(`${name}: ${what}. See --help.`);
  }
}
