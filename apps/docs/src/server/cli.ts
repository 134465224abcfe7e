import { parseArguments, parsePort, runCommandLine, waitForSignal } from '@giftoin/command-line';
import { type DocsOptions, startDocs } from './index.ts';

const help = `Serves the reference of the Giftoin API.

Usage: pnpm run docs [--port PORT] [--host HOST] [--directory DIRECTORY]

  --port PORT            The port to listen on. 0 selects any free port. Default: GIFTOIN_DOCS_PORT, or 4030.
  --host HOST            The address to listen on. Default: 127.0.0.1, which only this machine can reach.
  --directory DIRECTORY  The built site. Default: dist.
  -h, --help             Print this help.

Exit codes: 0 after SIGINT or SIGTERM, 1 if the server cannot start, 2 for a usage error.`;

await runCommandLine('docs', {
  help,
  async run(args, environment) {
    const options = parseOptions(args, environment);
    const docs = await startDocs(options);
    console.log(`The reference of the Giftoin API: ${docs.url}`);
    await waitForSignal();
    await docs.close();
  },
});

function parseOptions(args: readonly string[], environment: NodeJS.ProcessEnv): DocsOptions {
  const { port, host, directory } = parseArguments(args, {
    options: { port: { type: 'string' }, host: { type: 'string' }, directory: { type: 'string' } },
  }).values;
  return {
    port: parsePort(port, { flag: '--port', variable: 'GIFTOIN_DOCS_PORT', environment, defaultPort: 4030 }),
    host: host || undefined,
    directory,
  };
}
