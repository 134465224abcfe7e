import { parentPort } from 'node:worker_threads';
import { entries } from '../entries.ts';
import { startConformingServer } from '../server/conforming-server.ts';
import { checkEntry } from './check-entry.ts';

/** A worker thread of a run. It receives the IDs of entries and sends their results. `null` ends it. */
if (parentPort) {
  const port = parentPort;
  const conforming = await startConformingServer();
  port.on('message', async (id: string | null) => {
    if (id === null) {
      await conforming[Symbol.asyncDispose]();
      port.close();
      return;
    }
    const entry = entries.find((other) => other.id === id);
    if (entry) port.postMessage(await checkEntry(conforming, entry));
  });
}
