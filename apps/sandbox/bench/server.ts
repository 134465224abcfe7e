/**
 * A server in its own process, so that its CPU time and memory do not include those of the load:
 *
 *   node server.ts plain                     a plain node:http server, which sends the body of the message `serve`
 *   node server.ts sandbox FILE|URL          a sandbox on a SQLite file or a PostgreSQL database
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startSandbox } from '@giftoin/sandbox';

const [kind, location = ''] = process.argv.slice(2);

process.on('message', async (message: { readonly command: 'usage' | 'serve'; readonly body?: string }) => {
  if (message.command === 'usage') send({ cpu: process.cpuUsage(), memory: process.memoryUsage().rss });
  else send({ port: await serve(Buffer.from(message.body ?? '', 'base64')) });
});
process.on('disconnect', () => process.exit());

if (kind === 'sandbox') {
  const database = location.startsWith('postgres') ? { databaseUrl: location } : { data: location };
  const sandbox = await startSandbox({ port: 0, controlPort: 0, ...database });
  send({ port: Number(new URL(sandbox.url).port), controlUrl: sandbox.controlUrl });
} else {
  send({ ready: true });
}

/** Serves a body with the least possible work in Node.js. Returns the port. */
async function serve(body: Buffer): Promise<number> {
  const headers = { 'content-type': 'application/json', 'content-length': body.length };
  const server = createServer((_, response) => response.writeHead(200, headers).end(body));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

function send(message: object): void {
  process.send?.(message);
}
