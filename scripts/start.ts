/** Serves the mock and the docs on this machine until Ctrl-C: what an integrator develops against. */
import { parseArgs } from 'node:util';
import { startDocs } from '../apps/docs/src/index.ts';
import { portOf } from '../packages/http/src/index.ts';
import { startMock } from '../packages/mock/src/index.ts';

const help = `Serves the mock and the docs until Ctrl-C.

Usage: pnpm start [--mock-port 4010] [--docs-port 4030]

  --mock-port PORT   the port of the mock; 0 takes any free one   (GIFTOIN_MOCK_PORT, else 4010)
  --docs-port PORT   the port of the docs                         (GIFTOIN_DOCS_PORT, else 4030)
  --help             this text`;

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

async function serve(ports: { mock: number; docs: number }): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, close);
  const mock = await startMock({ port: ports.mock });
  running.push(mock);
  const docs = await startDocs({ port: ports.docs });
  running.push(docs);
  console.log(`
  mock  ${mock.url}   any API key will do
  docs  ${docs.url}

  curl -H 'x-gft-api-key: demo' ${mock.url}/api/v1/users/discord/123456789012345678/progress/collection-challenges

Press Ctrl-C to stop.`);
}

async function close(): Promise<void> {
  await Promise.all(running.splice(0).map((server) => server.close()));
}

function portsOf(words: string[], environment: NodeJS.ProcessEnv): { mock: number; docs: number } | 'help' {
  const flags = flagsOf(words);
  if (flags.help) return 'help';
  const portFrom = (flag: 'mock-port' | 'docs-port', variable: string, otherwise: number) => {
    const given = flags[flag] ?? environment[variable] ?? String(otherwise);
    try {
      return portOf(flags[flag] === undefined ? variable : `--${flag}`, given);
    } catch (error) {
      throw new UsageError((error as Error).message);
    }
  };
  return {
    mock: portFrom('mock-port', 'GIFTOIN_MOCK_PORT', 4010),
    docs: portFrom('docs-port', 'GIFTOIN_DOCS_PORT', 4030),
  };
}

function flagsOf(words: string[]) {
  try {
    return parseArgs({
      args: words.filter((word, index) => !(word === '--' && index === 0)),
      options: {
        'mock-port': { type: 'string' },
        'docs-port': { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    const [what] = (error as Error).message.split('. ');
    throw new UsageError(`${what}. See --help.`);
  }
}
