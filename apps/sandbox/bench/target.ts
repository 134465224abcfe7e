/**
 * A server in a process of its own, so that its CPU time and memory are told apart from those of the load:
 *
 *   node target.ts floor                     answers every request with the bytes that it is sent first
 *   node target.ts sandbox FILE|URL          a sandbox on a SQLite file or on a PostgreSQL
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startSandbox } from '@giftoin/sandbox';

const [kind, place = ''] = process.argv.slice(2);

process.on('message', async (message: { readonly ask: string; readonly body?: string }) => {
  if (message.ask === 'usage') tell({ cpu: process.cpuUsage(), memory: process.memoryUsage().rss });
  if (message.ask === 'serve') tell({ port: await floor(Buffer.from(message.body ?? '', 'base64')) });
});
process.on('disconnect', () => process.exit());

if (kind === 'sandbox') {
  const isUrl = place.startsWith('postgres');
  const where = isUrl ? { databaseUrl: place } : { data: place };
  const sandbox = await startSandbox({ port: 0, controlPort: 0, ...where });
  tell({ port: Number(new URL(sandbox.url).port), control: sandbox.controlUrl });
} else {
  tell({ ready: true });
}

/** The least that an answer of these bytes can cost in Node. */
async function floor(body: Buffer): Promise<number> {
  const headers = { 'content-type': 'application/json', 'content-length': body.length };
  const server = createServer((_, response) => response.writeHead(200, headers).end(body));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return (server.address() as AddressInfo).port;
}

function tell(what: object): void {
  process.send?.(what);
}
