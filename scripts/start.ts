/** Serves the mock, the sandbox and the docs on this machine until Ctrl-C, for the development of an integration. */
import { parseArguments, parsePort, runCommandLine, waitForSignal } from '@giftoin/command-line';
import { startDocs } from '@giftoin/docs';
import { type CloseOptions, gracefulClose } from '@giftoin/http';
import { startMock } from '@giftoin/mock';
import { startSandbox } from '@giftoin/sandbox';

const help = `Serves the mock, the sandbox and the docs until Ctrl-C.

Usage: pnpm start [--mock-port PORT] [--sandbox-port PORT] [--control-port PORT] [--docs-port PORT]

  --mock-port PORT      The port of the mock. Default: GIFTOIN_MOCK_PORT, or 4010.
  --sandbox-port PORT   The port of the sandbox. Default: GIFTOIN_SANDBOX_PORT, or 4020.
  --control-port PORT   The port of the control API of the sandbox. Default: GIFTOIN_SANDBOX_CONTROL_PORT, or 4021.
  --docs-port PORT      The port of the docs. Default: GIFTOIN_DOCS_PORT, or 4030.
  -h, --help            Print this help.

0 selects any free port. The sandbox keeps its state in memory. To keep it in a file or a database, run \`pnpm sandbox\`.

Exit codes: 0 after SIGINT or SIGTERM, 1 if a server cannot start, 2 for a usage error.`;

interface ClosableServer {
  close(options: CloseOptions): Promise<void>;
}

interface Ports {
  readonly mock: number;
  readonly sandbox: number;
  readonly control: number;
  readonly docs: number;
}

await runCommandLine('start', {
  help,
  async run(args, environment) {
    const ports = parsePorts(args, environment);
    const servers: ClosableServer[] = [];
    try {
      await serve(ports, servers);
    } finally {
      await Promise.all(servers.map((server) => server.close(gracefulClose)));
    }
  },
});

/** Adds each server to `servers` as soon as it runs, so that the caller can close it. */
async function serve(ports: Ports, servers: ClosableServer[]): Promise<void> {
  const mock = await startMock({ port: ports.mock });
  servers.push(mock);
  const docs = await startDocs({ port: ports.docs });
  servers.push(docs);
  // The explorer of the docs drives the sandbox.
  const controlOrigins = ['127.0.0.1', 'localhost'].map((host) => `http://${host}:${new URL(docs.url).port}`);
  const sandbox = await startSandbox({ port: ports.sandbox, controlPort: ports.control, controlOrigins });
  servers.push(sandbox);
  const path = '/api/v1/users/discord/123456789012345678/progress/collection-challenges';
  const { port } = new URL(sandbox.controlUrl);
  const control = port === '4021' ? '' : ` --control ${sandbox.controlUrl}`;
  console.log(`
  mock     ${mock.url}   returns the examples of the OpenAPI document; accepts any API key
  sandbox  ${sandbox.url}   has state (control API: ${sandbox.controlUrl})
  docs     ${docs.url}
  explorer ${docs.url}/explorer/   tries the API in a browser, with this sandbox: ${docs.url}/explorer/?source=sandbox

  curl -H 'x-gft-api-key: demo' ${mock.url}${path}
  curl -H 'x-gft-api-key: ${sandbox.apiKeys.default}' ${sandbox.url}${path}
  npx -y pnpm@12 sandbox grant discord/123456789012345678 program_123 card_459${control}

Press Ctrl-C to stop.`);
  await waitForSignal();
}

function parsePorts(args: readonly string[], environment: NodeJS.ProcessEnv): Ports {
  const { values } = parseArguments(args, {
    options: {
      'mock-port': { type: 'string' },
      'sandbox-port': { type: 'string' },
      'control-port': { type: 'string' },
      'docs-port': { type: 'string' },
    },
  });
  const portFrom = (flag: keyof typeof values, variable: string, defaultPort: number) =>
    parsePort(values[flag], { flag: `--${flag}`, variable, environment, defaultPort });
  return {
    mock: portFrom('mock-port', 'GIFTOIN_MOCK_PORT', 4010),
    sandbox: portFrom('sandbox-port', 'GIFTOIN_SANDBOX_PORT', 4020),
    control: portFrom('control-port', 'GIFTOIN_SANDBOX_CONTROL_PORT', 4021),
    docs: portFrom('docs-port', 'GIFTOIN_DOCS_PORT', 4030),
  };
}
