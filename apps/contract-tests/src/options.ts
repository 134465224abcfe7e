import { parseArgs } from 'node:util';
import type { Target } from './target.ts';

/** Words of the command line that make no sense; the message says which and what does. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const help = `Holds a server against the contract of the Giftoin collection-challenges API.

Usage: contract --url URL --key KEY [--key-for STATUS=KEY]... [--platform P] [--user ID] [--program ID]

  --url URL         the origin of the server, such as https://staging.example.com
  --key KEY         an API key that it knows           (GIFTOIN_API_KEY, which keeps it out of process lists)
  --key-for S=KEY   a key that gets the status S, such as 402=KEY, once for each   (GIFTOIN_API_KEY_402 and its like)
  --platform P      the platform of the user to ask for                                 (discord)
  --user ID         that user                                                (123456789012345678)
  --program ID      a program that is visible to the key          (the first of the user's list)
  --document FILE   another OpenAPI 3.1 document to hold the server against
  --help            this text

Only GET is sent. Errors that no request provokes, such as 402, are asked of a mock with Prefer, and of another server with
the key that --key-for gives; without one they are skipped by name.

Exit code 0: the server keeps the contract. 1: it does not. 2: that could not be found out.`;

/** @throws {UsageError} for a flag that does not exist, a value that does not fit, or none where one is needed */
export function targetOf(words: string[], environment: NodeJS.ProcessEnv): Target | 'help' {
  const flags = flagsOf(words);
  if (flags.help) return 'help';
  const { url, key = environment.GIFTOIN_API_KEY, platform, user, program, document } = flags;
  if (url === undefined) throw new UsageError('--url is missing. Give the origin of the server to check.');
  if (!URL.canParse(url) || !/^https?:/i.test(url)) {
    throw new UsageError(`--url is ${JSON.stringify(url)}. It is the http or https origin of the server to check.`);
  }
  const { origin, pathname } = new URL(url);
  if (pathname !== '/') {
    throw new UsageError(`--url is ${JSON.stringify(url)}. It is an origin alone: leave out the path ${pathname}.`);
  }
  if (!key?.trim()) throw new UsageError('The API key is missing. Give --key, or set GIFTOIN_API_KEY.');
  if (!/^[\x21-\x7e]+$/.test(key)) throw new UsageError('The API key has characters that no HTTP header can carry.');
  return { url: origin, key, keysFor: keysForOf(flags['key-for'], environment), platform, user, program, document };
}

function keysForOf(words: readonly string[], environment: NodeJS.ProcessEnv): Record<number, string> {
  const given = words.map((word) => {
    const [, status, key = ''] = /^(\d{3})=(.*)$/s.exec(word) ?? [];
    if (status === undefined) throw new UsageError('--key-for is not a status and a key, such as 402=KEY.');
    return [status, key] as const;
  });
  const variables = Object.entries(environment).flatMap(([name, key = '']) => {
    const status = /^GIFTOIN_API_KEY_(\d{3})$/.exec(name)?.[1];
    return status === undefined ? [] : [[status, key] as const];
  });
  for (const [status, key] of [...variables, ...given]) {
    if (!/^[\x21-\x7e]+$/.test(key))
      throw new UsageError(`The key for ${status} is empty, or has characters that no HTTP header can carry.`);
  }
  return Object.fromEntries([...variables, ...given]);
}

function flagsOf(words: string[]) {
  try {
    return parseArgs({
      args: words.filter((word, index) => !(word === '--' && index === 0)),
      options: {
        url: { type: 'string' },
        key: { type: 'string' },
        'key-for': { type: 'string', multiple: true, default: [] },
        platform: { type: 'string', default: 'discord' },
        user: { type: 'string', default: '123456789012345678' },
        program: { type: 'string' },
        document: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values;
  } catch (error) {
    const [what] = (error as Error).message.split('. ');
    throw new UsageError(`${what}. See --help.`);
  }
}
