#!/usr/bin/env node
import { runCommandLine, waitForSignal } from '@giftoin/command-line';
import { gracefulClose } from '@giftoin/http';
import { parseOptions } from './parse-options.ts';
import { startMock } from './server.ts';

const help = `A mock server of the Giftoin collection-challenges API.

Usage: giftoin-mock [--port PORT] [--host HOST] [--allowed-host NAME]... [--key KEY]... [--document FILE]

  --port PORT          The port to listen on. 0 selects any free port. Default: GIFTOIN_MOCK_PORT, or 4010.
  --host HOST          The address to listen on. Default: GIFTOIN_MOCK_HOST, or 127.0.0.1, which only this machine can
                       reach.
  --allowed-host NAME  A name that requests can have in Host beside those of this machine, for example behind a proxy.
                       Repeat the flag for more names. Default: GIFTOIN_MOCK_ALLOWED_HOSTS (separated by spaces), or
                       every name if other machines can reach the mock.
  --key KEY            A known API key. Repeat the flag for more keys. Requests with any other key return 401 with the
                       error code 1001. Default: GIFTOIN_MOCK_KEYS (separated by spaces), or every key.
  --document FILE      The OpenAPI 3.1 document to serve. Default: GIFTOIN_MOCK_DOCUMENT, or the document of the
                       Giftoin API.
  -h, --help           Print this help.

A request selects its response with the Prefer header: "Prefer: code=404", "Prefer: example=claimed" or
"Prefer: dynamic=true".

Exit codes: 0 after SIGINT or SIGTERM, 1 if the server cannot start, 2 for a usage error.`;

await runCommandLine('giftoin-mock', {
  help,
  async run(args, environment) {
    const options = parseOptions(args, environment);
    const mock = await startMock(options);
    const key = options.keys?.[0] ?? 'demo';
    console.log(`Mock of the Giftoin API: ${mock.url}

  curl -H 'x-gft-api-key: ${key}' ${mock.url}/api/v1/users/discord/123456789012345678/progress/collection-challenges

Press Ctrl-C to stop.`);
    await waitForSignal();
    await mock.close(gracefulClose);
  },
});
