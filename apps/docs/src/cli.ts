import { parseArgs } from 'node:util';
import { type DocsOptions, startDocs } from './index.ts';

const usage = `Serves the reference of the Giftoin API.

Usage: pnpm run docs [--port 4030] [--host 127.0.0.1] [--directory dist]

  --port       0 to 65535, 0 for any free one; GIFTOIN_DOCS_PORT is its default, and 4030 without that
  --host       the address to listen on
  --directory  the built site
  --help       this text`;

/** The options of the command line, or undefined where it asks for help. */
function optionsOf(commandLine: string[]): DocsOptions | undefined {
  const { values } = parseArgs({
    args: commandLine,
    options: {
      port: { type: 'string' },
      host: { type: 'string' },
      directory: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) return undefined;
  const fallback = process.env.GIFTOIN_DOCS_PORT || '4030';
  const port = values.port === undefined ? parsePort('GIFTOIN_DOCS_PORT', fallback) : parsePort('--port', values.port);
  return { port, host: values.host || undefined, directory: values.directory };
}

function parsePort(name: string, value: string): number {
  if (/^\d{1,5}$/.test(value) && Number(value) <= 65535) return Number(value);
  throw new Error(`${name} is ${JSON.stringify(value)}. Give a number from 0 to 65535.`);
}

/** Ends with the exit code 2 where the command line is wrong, and with 1 where the docs cannot be served. */
function fail(message: string, exitCode: 1 | 2): never {
  console.error(message);
  process.exit(exitCode);
}

function readOptions(): DocsOptions | undefined {
  try {
    return optionsOf(process.argv.slice(2));
  } catch (error) {
    // Node explains some mistakes in several lines, of which the first says what is wrong.
    const [problem] = (error as Error).message.split('\n');
    fail(`${problem?.replace(/\.?$/, '.')} Run with --help for what there is.`, 2);
  }
}

const options = readOptions();
if (options) {
  const docs = await startDocs(options).catch((error: Error) => fail(error.message, 1));
  console.log(`The reference of the Giftoin API: ${docs.url}`);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, docs.close);
} else {
  console.log(usage);
}
