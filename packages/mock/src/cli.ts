#!/usr/bin/env node
import { optionsOf, UsageError } from './options.ts';
import { type MockOptions, startMock } from './server.ts';

const help = `A mock of the Giftoin collection-challenges API.

Usage: giftoin-mock [--port 4010] [--host 127.0.0.1] [--key KEY]... [--document FILE]

  --port PORT       the port to listen on; 0 takes any free one   (GIFTOIN_MOCK_PORT, else 4010)
  --host HOST       the address to listen on                      (127.0.0.1: this machine alone)
  --key KEY         a known API key, once for each; any other is then answered with 401 and code 1001
                    (without it any key will do)
  --document FILE   another OpenAPI 3.1 document to serve
  --help            this text

A request chooses its answer with a header: Prefer: code=404, Prefer: example=claimed, Prefer: dynamic=true.`;

try {
  const options = optionsOf(process.argv.slice(2), process.env);
  if (options === 'help') console.log(help);
  else await serve(options);
} catch (error) {
  console.error(`giftoin-mock: ${(error as Error).message}`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}

async function serve(options: MockOptions): Promise<void> {
  const mock = await startMock(options);
  const key = options.keys?.[0] ?? 'demo';
  console.log(`Mock of the Giftoin API: ${mock.url}

  curl -H 'x-gft-api-key: ${key}' ${mock.url}/api/v1/users/discord/123456789012345678/progress/collection-challenges

Press Ctrl-C to stop.`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void mock.close());
}
