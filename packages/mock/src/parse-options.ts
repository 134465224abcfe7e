import { parseArguments, parseList, parsePort, UsageError } from '@giftoin/command-line';
import { isHostName } from '@giftoin/http';
import type { MockOptions } from './server.ts';

/** @throws {UsageError} if a flag is unknown or its value is invalid */
export function parseOptions(args: readonly string[], environment: NodeJS.ProcessEnv): MockOptions {
  const { values } = parseArguments(args, {
    options: {
      port: { type: 'string' },
      host: { type: 'string' },
      'allowed-host': { type: 'string', multiple: true },
      key: { type: 'string', multiple: true },
      document: { type: 'string' },
    },
  });
  if (values.key?.some((value) => value.trim() === ''))
    throw new UsageError('--key is empty. Pass a key or omit --key.');
  const host = values.host ?? (environment.GIFTOIN_MOCK_HOST || undefined);
  const document = values.document ?? (environment.GIFTOIN_MOCK_DOCUMENT || undefined);
  const keys = parseList(values.key, {
    flag: '--key',
    variable: 'GIFTOIN_MOCK_KEYS',
    environment,
    isValid: () => true,
    hint: '',
  });
  return {
    port: parsePort(values.port, { flag: '--port', variable: 'GIFTOIN_MOCK_PORT', environment, defaultPort: 4010 }),
    ...(host !== undefined && { host }),
    allowedHosts: parseList(values['allowed-host'], {
      flag: '--allowed-host',
      variable: 'GIFTOIN_MOCK_ALLOWED_HOSTS',
      environment,
      isValid: isHostName,
      hint: 'Use the name of a host without a port, for example api.example.',
    }),
    ...(keys.length > 0 && { keys }),
    ...(document !== undefined && { document }),
  };
}
