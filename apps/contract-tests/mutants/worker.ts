import { parentPort } from 'node:worker_threads';
import { catalogue } from './catalogue/index.ts';
import { checkMutant } from './check.ts';
import { startConforming } from './server/conforming.ts';

/** A thread of a run: it is told the ids of mutants and tells what the suite made of them, until it is told to end. */
if (parentPort) {
  const port = parentPort;
  const conforming = await startConforming();
  port.on('message', async (id: string | null) => {
    if (id === null) {
      await conforming[Symbol.asyncDispose]();
      port.close();
      return;
    }
    const mutant = catalogue.find((other) => other.id === id);
    if (mutant) port.postMessage(await checkMutant(conforming, mutant));
  });
}
