import { parseArgs } from 'node:util';
import { parsePort } from '@giftoin/http';
import type { LogEntry } from '../api/log-entry.ts';
import { type SandboxOptions, startSandbox } from '../sandbox.ts';
import { parsing, UsageError } from './values.ts';

/** Serves until a signal comes, then ends after the answers under way. */
export async function serve(words: string[], environment: NodeJS.ProcessEnv): Promise<void> {
  const { quiet, ...options } = optionsOf(words, environment);
  const sandbox = await startSandbox({ ...options, log: quiet ? undefined : logTo(process.stdout) });
  const { default: main, overdue, denied, limited, failing } = sandbox.apiKeys;
  const kept = options.databaseUrl ? 'in the PostgreSQL of DATABASE_URL' : options.data && `in ${options.data}`;
  process.stdout.write(`Sandbox of the Giftoin API: ${sandbox.url}
  control side  ${sandbox.controlUrl}
  state         ${kept ?? 'in memory, gone when this stops (--data FILE keeps it)'}
  API keys      ${main}; for 402, 403, 429 and 500:
                ${overdue}, ${denied}, ${limited}, ${failing}

  curl -H 'x-gft-api-key: ${main}' ${sandbox.url}/api/v1/users/discord/123456789012345678/progress/collection-challenges

Press Ctrl-C to stop.
`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void sandbox.close();
      // Whoever asks again does not want to wait.
      process.once(signal, () => process.exit(130));
    });
  }
}

function optionsOf(words: string[], environment: NodeJS.ProcessEnv): SandboxOptions & { readonly quiet: boolean } {
  const { quiet, ...flags } = flagsOf(words);
  if (flags.data === '') throw new UsageError('--data is "". Give the path of a file.');
  if (flags.data !== undefined && environment.DATABASE_URL) {
    throw new UsageError('--data and DATABASE_URL are two places for one state. Leave one out.');
  }
  return {
    port: portFrom('port', flags.port, 'GIFTOIN_SANDBOX_PORT', environment, 4020),
    controlPort: portFrom('control-port', flags['control-port'], 'GIFTOIN_SANDBOX_CONTROL_PORT', environment, 4021),
    host: flags.host,
    controlHost: flags['control-host'],
    token: flags.token ?? (environment.GIFTOIN_SANDBOX_TOKEN || undefined),
    data: flags.data ?? (environment.GIFTOIN_SANDBOX_DATA || undefined),
    databaseUrl: environment.DATABASE_URL || undefined,
    quiet,
  };
}

function flagsOf(args: string[]) {
  const options = {
    port: { type: 'string' },
    host: { type: 'string' },
    'control-port': { type: 'string' },
    'control-host': { type: 'string' },
    token: { type: 'string' },
    data: { type: 'string' },
    quiet: { type: 'boolean', default: false },
  } as const;
  return parsing(() => parseArgs({ args, options })).values;
}

function portFrom(
  flag: string,
  given: string | undefined,
  variable: string,
  environment: NodeJS.ProcessEnv,
  otherwise: number,
): number {
  try {
    return given === undefined
      ? parsePort(variable, environment[variable] || String(otherwise))
      : parsePort(`--${flag}`, given);
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/** Writes a line of JSON for each request, many at a time: a busy sandbox does not wait for its terminal. */
function logTo(stream: NodeJS.WritableStream): (entry: LogEntry) => void {
  let lines = '';
  const flush = () => {
    stream.write(lines);
    lines = '';
  };
  return (entry) => {
    if (lines === '') setTimeout(flush, 50);
    lines += `${JSON.stringify(entry)}\n`;
  };
}
