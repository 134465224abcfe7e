import { parseArgs } from 'node:util';
import { parsePort } from '@giftoin/http';
import type { MockOptions } from './server.ts';

/** Words of the command line that make no sense; the message says which and what does. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** @throws {UsageError} for a flag that does not exist or a value that does not fit */
export function optionsOf(words: string[], environment: NodeJS.ProcessEnv): MockOptions | 'help' {
  const { help, port, host, key, document } = flagsOf(words);
  if (help) return 'help';
  if (key?.some((value) => value.trim() === ''))
    throw new UsageError('--key is empty. Give a key, or leave --key out.');
  return {
    port: portFrom(port === undefined ? ['GIFTOIN_MOCK_PORT', environment.GIFTOIN_MOCK_PORT] : ['--port', port]),
    ...(host !== undefined && { host }),
    ...(key !== undefined && { keys: key }),
    ...(document !== undefined && { document }),
  };
}

function flagsOf(words: string[]) {
  try {
    return parseArgs({
      args: words,
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        key: { type: 'string', multiple: true },
        document: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    const [what] = (error as Error).message.split('. ');
    throw new UsageError(`${what}. See --help.`);
  }
}

function portFrom([name, value = '4010']: readonly [string, string | undefined]): number {
  try {
    return parsePort(name, value);
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
