import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { documentFile } from '@giftoin/openapi';

/** Starts the mock server of Prism with the document, in its own process. */
export async function startPrism(): Promise<{ readonly port: number; stop(): void }> {
  const port = await findFreePort();
  const command = fileURLToPath(new URL('../node_modules/.bin/prism', import.meta.url));
  const child = spawn(command, ['mock', documentFile, '--port', String(port), '--host', '127.0.0.1', '-v', 'silent']);
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const response = await fetch(`http://127.0.0.1:${port}`).catch(() => undefined);
    if (response) return { port, stop: () => void child.kill() };
    await sleep(100);
  }
  child.kill();
  throw new Error(`Prism did not start on port ${port}.`);
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
