import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleModule, type Consumer } from './consumer.ts';
import { checkOutcomes } from './run-program.ts';
import { installPackage, versions } from './runtimes.ts';
import type { Servers } from './servers.ts';

/**
 * Runs the program in workerd, the runtime of Cloudflare Workers, without its compatibility with Node.js.
 *
 * @param compatibilityDate before 2024-11-11, workerd throws if a request has the option `cache`
 */
export async function runInWorkerd(compatibilityDate: string, consumer: Consumer, servers: Servers) {
  const entry = join(await installPackage('miniflare', versions.miniflare), 'dist/src/index.js');
  const { Miniflare }: { Miniflare: new (options: object) => Worker } = await import(pathToFileURL(entry).href);
  const worker = new Miniflare({
    modules: [{ type: 'ESModule', path: 'worker.mjs', contents: await bundleModule(consumer, 'worker.mjs') }],
    compatibilityDate,
  });
  try {
    await checkOutcomes(servers, false, async (setting) => {
      const response = await worker.dispatchFetch('http://worker', { method: 'POST', body: JSON.stringify(setting) });
      const text = await response.text();
      if (response.status !== 200) throw new Error(text);
      return JSON.parse(text);
    });
  } finally {
    await worker.dispose();
  }
}

interface Worker {
  dispatchFetch(url: string, init: object): Promise<Response>;
  dispose(): Promise<void>;
}
