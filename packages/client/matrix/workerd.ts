import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundled, type Consumer } from './consumer.ts';
import { judged } from './programs.ts';
import { installed, versions } from './runtimes.ts';
import type { Servers } from './servers.ts';

/** Runs it in workerd, the runtime of Cloudflare's Workers, without Node's names. */
export async function runInWorkerd(consumer: Consumer, servers: Servers) {
  const entry = join(await installed('miniflare', versions.miniflare), 'dist/src/index.js');
  const { Miniflare }: { Miniflare: new (options: object) => Worker } = await import(pathToFileURL(entry).href);
  const worker = new Miniflare({
    modules: [{ type: 'ESModule', path: 'worker.mjs', contents: await bundled(consumer, 'worker.mjs') }],
    compatibilityDate: '2026-07-01',
  });
  try {
    await judged(servers, false, async (setting) => {
      const answer = await worker.dispatchFetch('http://worker', { method: 'POST', body: JSON.stringify(setting) });
      const text = await answer.text();
      if (answer.status !== 200) throw new Error(text);
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
