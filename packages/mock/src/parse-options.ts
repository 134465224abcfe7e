import { parseArguments, parsePort, UsageError } from '@giftoin/command-line';
import type { MockOptions } from './server.ts';

/** @throws {UsageError} if a flag is unknown or its value is invalid */
export function parseOptions(args: readonly string[], environment: NodeJS.ProcessEnv): MockOptions {
  const { port, host, key, document } = parseArguments(args, {
    options: {
      port: { type: 'string' },
      host: { type: 'string' },
      key: { type: 'string', multiple: true },
      document: { type: 'string' },
    },
  }).values;
  if (key?.some((value) => value.trim() === '')) throw new UsageError('--key is empty. Pass a key or omit --key.');
  return {
    port: parsePort(port, { flag: '--port', variable: 'GIFTOIN_MOCK_PORT', environment, defaultPort: 4010 }),
    ...(host !== undefined && { host }),
    ...(key !== undefined && { keys: key }),
    ...(document !== undefined && { document }),
  };
}
