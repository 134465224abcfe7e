import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { documentFile } from '@giftoin/openapi';

/** Prism's own mock server of the document, in a process of its own. */
export async function prism(): Promise<{ readonly port: number; end(): void }> {
  const port = await freePort();
  const command = fileURLToPath(new URL('../node_modules/.bin/prism', import.meta.url));
  const child = spawn(command, ['mock', documentFile, '--port', String(port), '--host', '127.0.0.1', '-v', 'silent']);
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const answered = await fetch(`http://127.0.0.1:${port}`).catch(() => undefined);
    if (answered) return { port, end: () => void child.kill() };
    await new Promise((soon) => setTimeout(soon, 100));
  }
  child.kill();
  throw new Error(`Prism does not answer on port ${port}.`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
