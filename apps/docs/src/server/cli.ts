import { parseArguments, parseList, parsePort, runCommandLine, waitForSignal } from '@giftoin/command-line';
import { gracefulClose, isHostName } from '@giftoin/http';
import { type DocsOptions, startDocs } from './index.ts';

const help = `Serves the reference of the Giftoin API.

Usage: pnpm run docs [--port PORT] [--host HOST] [--allowed-host NAME]... [--directory DIRECTORY]

  --port PORT            The port to listen on. 0 selects any free port. Default: GIFTOIN_DOCS_PORT, or 4030.
  --host HOST            The address to listen on. Default: GIFTOIN_DOCS_HOST, or 127.0.0.1, which only this machine can reach.
  --allowed-host NAME    A name that requests can have in Host beside those of this machine. Repeat the flag for more
                         names. Default: GIFTOIN_DOCS_ALLOWED_HOSTS, or every name if other machines can reach the server.
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
    await docs.close(gracefulClose);
  },
});

function parseOptions(args: readonly string[], environment: NodeJS.ProcessEnv): DocsOptions {
  const { values } = parseArguments(args, {
    options: {
      port: { type: 'string' },
      host: { type: 'string' },
      'allowed-host': { type: 'string', multiple: true },
      directory: { type: 'string' },
    },
  });
  const { port, host, directory } = values;
  return {
    port: parsePort(port, { flag: '--port', variable: 'GIFTOIN_DOCS_PORT', environment, defaultPort: 4030 }),
    host: host || environment.GIFTOIN_DOCS_HOST || undefined,
    allowedHosts: parseList(values['allowed-host'], {
      flag: '--allowed-host',
      variable: 'GIFTOIN_DOCS_ALLOWED_HOSTS',
      environment,
      isValid: isHostName,
      hint: 'Use the name of a host without a port, for example docs.example.',
    }),
    directory,
  };
}
