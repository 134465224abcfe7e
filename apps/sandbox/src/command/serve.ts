import { parseArguments, parseList, parsePort, UsageError, waitForSignal } from '@giftoin/command-line';
import { gracefulClose, isHostName } from '@giftoin/http';
import { findOriginProblem } from '../control/origins.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../sandbox.ts';
import { createRequestPrinter } from './request-printer.ts';

/** Runs a sandbox until SIGINT or SIGTERM. Requests in progress complete before it stops. */
export async function serve(args: string[], environment: NodeJS.ProcessEnv): Promise<void> {
  const { quiet, ...options } = parseOptions(args, environment);
  const log = quiet ? undefined : createRequestPrinter(process.stdout);
  const sandbox = await startSandbox({ ...options, log });
  process.stdout.write(formatStartMessage(sandbox, options));
  await waitForSignal();
  await sandbox.close(gracefulClose);
}

function formatStartMessage(
  { url, controlUrl, apiKeys }: Sandbox,
  { databaseUrl, data }: Pick<SandboxOptions, 'databaseUrl' | 'data'>,
): string {
  const stored = databaseUrl ? 'in the PostgreSQL database of DATABASE_URL' : data && `in ${data}`;
  return `Sandbox of the Giftoin API: ${url}
  control API   ${controlUrl}
  state         ${stored ?? 'in memory, lost when the sandbox stops (--data FILE keeps it)'}
  API keys      ${apiKeys.default}; for 402, 403, 429 and 500:
                ${apiKeys.overdue}, ${apiKeys.denied}, ${apiKeys.limited}, ${apiKeys.failing}

  curl -H 'x-gft-api-key: ${apiKeys.default}' ${url}/api/v1/users/discord/123456789012345678/progress/collection-challenges

Press Ctrl-C to stop.
`;
}

function parseOptions(args: string[], environment: NodeJS.ProcessEnv) {
  const { values } = parseArguments(args, {
    options: {
      port: { type: 'string' },
      host: { type: 'string' },
      'allowed-host': { type: 'string', multiple: true },
      'control-port': { type: 'string' },
      'control-host': { type: 'string' },
      'control-origin': { type: 'string', multiple: true },
      token: { type: 'string' },
      data: { type: 'string' },
      quiet: { type: 'boolean' },
    },
  });
  if (values.data === '') throw new UsageError('--data is empty. Pass the path of a file.');
  if (values.data !== undefined && environment.DATABASE_URL) {
    throw new UsageError('--data and DATABASE_URL are both set. Set only one of them.');
  }
  const port = { flag: '--port', variable: 'GIFTOIN_SANDBOX_PORT', environment, defaultPort: 4020 };
  const controlPort = {
    flag: '--control-port',
    variable: 'GIFTOIN_SANDBOX_CONTROL_PORT',
    environment,
    defaultPort: 4021,
  };
  return {
    port: parsePort(values.port, port),
    controlPort: parsePort(values['control-port'], controlPort),
    host: values.host ?? (environment.GIFTOIN_SANDBOX_HOST || undefined),
    controlHost: values['control-host'] ?? (environment.GIFTOIN_SANDBOX_CONTROL_HOST || undefined),
    allowedHosts: parseList(values['allowed-host'], {
      flag: '--allowed-host',
      variable: 'GIFTOIN_SANDBOX_ALLOWED_HOSTS',
      environment,
      isValid: isHostName,
      hint: 'Use the name of a host without a port, for example api.example.',
    }),
    controlOrigins: parseOrigins(values['control-origin'], environment.GIFTOIN_SANDBOX_CONTROL_ORIGIN),
    token: values.token ?? (environment.GIFTOIN_SANDBOX_TOKEN || undefined),
    data: values.data ?? (environment.GIFTOIN_SANDBOX_DATA || undefined),
    databaseUrl: environment.DATABASE_URL || undefined,
    quiet: values.quiet ?? Boolean(environment.GIFTOIN_SANDBOX_QUIET),
  };
}

/** The environment variable separates origins with spaces. */
function parseOrigins(flags: readonly string[] | undefined, variable = ''): readonly string[] {
  const origins = flags ?? variable.split(' ').filter(Boolean);
  const problem = findOriginProblem(origins);
  if (problem === undefined) return origins;
  throw new UsageError(`${flags ? '--control-origin' : 'GIFTOIN_SANDBOX_CONTROL_ORIGIN'} ${problem}`);
}
