/** Serves the mock, the sandbox and the docs on this machine until Ctrl-C: what an integrator develops against. */
import { parseArgs } from 'node:util';
import { startDocs } from '@giftoin/docs';
import { parsePort } from '@giftoin/http';
import { startMock } from '@giftoin/mock';
import { startSandbox } from '@giftoin/sandbox';

const help = `Serves the mock, the sandbox and the docs until Ctrl-C.

Usage: pnpm start [--mock-port 4010] [--sandbox-port 4020] [--control-port 4021] [--docs-port 4030]

  --mock-port PORT      the port of the mock; 0 takes any free one   (GIFTOIN_MOCK_PORT, else 4010)
  --sandbox-port PORT   the port of the sandbox                      (GIFTOIN_SANDBOX_PORT, else 4020)
  --control-port PORT   the port of its control side                 (GIFTOIN_SANDBOX_CONTROL_PORT, else 4021)
  --docs-port PORT      the port of the docs                         (GIFTOIN_DOCS_PORT, else 4030)
  --help                this text

The sandbox keeps its state in memory; \`pnpm sandbox\` serves it alone, with more to choose.`;

/** Each port: its flag, its variable, and what it is without either. */
const portFlags = {
  mock: ['mock-port', 'GIFTOIN_MOCK_PORT', 4010],
  sandbox: ['sandbox-port', 'GIFTOIN_SANDBOX_PORT', 4020],
  control: ['control-port', 'GIFTOIN_SANDBOX_CONTROL_PORT', 4021],
  docs: ['docs-port', 'GIFTOIN_DOCS_PORT', 4030],
} as const;

type Ports = Record<keyof typeof portFlags, number>;

class UsageError extends Error {}

interface Running {
  readonly url: string;
  close(): Promise<void>;
}

const running: Running[] = [];
try {
  const ports = portsOf(process.argv.slice(2), process.env);
  if (ports === 'help') console.log(help);
  else await serve(ports);
} catch (error) {
  console.error(`start: ${(error as Error).message}`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
  await close();
}

async function serve(ports: Ports): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, close);
  const mock = await startMock({ port: ports.mock });
  running.push(mock);
  const sandbox = await startSandbox({ port: ports.sandbox, controlPort: ports.control });
  running.push(sandbox);
  const docs = await startDocs({ port: ports.docs });
  running.push(docs);
  const path = '/api/v1/users/discord/123456789012345678/progress/collection-challenges';
  console.log(`
  mock     ${mock.url}   repeats the document's examples; any API key will do
  sandbox  ${sandbox.url}   has state: drive it with \`pnpm sandbox grant\` and its like (control side ${sandbox.controlUrl})
  docs     ${docs.url}

  curl -H 'x-gft-api-key: demo' ${mock.url}${path}
  curl -H 'x-gft-api-key: ${sandbox.apiKeys.default}' ${sandbox.url}${path}

Press Ctrl-C to stop.`);
}

async function close(): Promise<void> {
  await Promise.all(running.splice(0).map((server) => server.close()));
}

function portsOf(words: string[], environment: NodeJS.ProcessEnv): Ports | 'help' {
  const flags = flagsOf(words);
  if (flags.help) return 'help';
  const ports = Object.entries(portFlags).map(([name, [flag, variable, otherwise]]) => {
    const given = flags[flag] ?? environment[variable] ?? String(otherwise);
    try {
      return [name, parsePort(flags[flag] === undefined ? variable : `--${flag}`, given)];
    } catch (error) {
      throw new UsageError((error as Error).message);
    }
  });
  return Object.fromEntries(ports);
}

function flagsOf(words: string[]) {
  try {
    return parseArgs({
      args: words.filter((word, index) => !(word === '--' && index === 0)),
      options: {
        'mock-port': { type: 'string' },
        'sandbox-port': { type: 'string' },
        'control-port': { type: 'string' },
        'docs-port': { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    const [what] = (error as Error).message.split('. ');
    throw new UsageError(`${what}. See --help.`);
  }
}
