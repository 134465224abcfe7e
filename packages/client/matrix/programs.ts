import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { openBrowser } from '../../../apps/docs/test/browser.ts';
import { expected, type Outcomes, type Setting } from './consumer/program.ts';
import { bundled, type Consumer } from './consumer.ts';
import { installed, versions } from './runtimes.ts';
import { apiKey, listening, type Servers } from './servers.ts';

const run = promisify(execFile);

/** Runs the consumer's program with a command, such as `node`, that takes a module and its argument. */
export async function runCommand(words: readonly string[], module: string, { folder }: Consumer, servers: Servers) {
  const [command = '', ...flags] = words;
  const { GIFTOIN_API_KEY: _, ...env } = process.env;
  await judged(servers, false, async (setting) => {
    const all = [...flags, join(folder, module), JSON.stringify(setting)];
    const { stdout } = await run(command, all, { cwd: folder, env, timeout: 60_000 });
    return JSON.parse(stdout);
  });
}

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

/** Runs it in a page of Chromium. */
export async function runInChromium(consumer: Consumer, servers: Servers) {
  const module = await bundled(consumer, 'page.mjs');
  const site = await listening((request, response) => {
    const isPage = request.url === '/';
    response.setHeader('content-type', isPage ? 'text/html' : 'text/javascript');
    response.end(isPage ? '<!doctype html><script type="module" src="/page.js"></script>' : module);
  });
  const { browser, close } = await openBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(site.url);
    // What runs in the page is text here: the page has names of its own.
    await judged(servers, true, (setting) => page.evaluate(`run(${JSON.stringify(setting)})`));
  } finally {
    await close();
    await site.close();
  }
}

/** @throws {Error} that lists every step that came out otherwise than it has to */
async function judged(servers: Servers, inBrowser: boolean, work: (setting: Setting) => Promise<Outcomes>) {
  const strayed = servers.strayed();
  const { mock, trouble } = servers;
  const outcomes = await work({ mock, trouble, apiKey, inBrowser });
  const wrong = Object.entries(expected(inBrowser))
    .map(([step, wanted]) => [step, JSON.stringify(wanted), JSON.stringify(outcomes[step])])
    .filter(([, wanted, got]) => wanted !== got)
    .map(([step, wanted, got]) => `${step}: expected ${wanted}, got ${got}`);
  if (servers.strayed() > strayed) wrong.push('a request went where the server had redirected');
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
}
