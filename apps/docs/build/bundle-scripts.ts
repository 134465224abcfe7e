import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';
import type { Page } from './page.ts';

const moduleScript = /<script type="module" src="([^"]+)"><\/script>/g;
/** A larger script stays a file of its own, for example the script of the explorer. In bytes. */
const maximumSize = 16_384;

/** Loads the scripts of a page after the browser has painted it. Not every browser reports when it does. */
const loader = `const load = () => {
  for (const { src } of document.querySelectorAll('script[type=deferred]')) import(src).catch((error) => {
    document.documentElement.dataset.failed = 'script';
    console.error(error);
  });
};
new PerformanceObserver(load).observe({ type: 'paint', buffered: true });
setTimeout(load, 500);`;

/**
 * Bundles the small scripts of each page in one file, and lets a browser paint the page before it loads scripts. Otherwise the
 * first paint waits for the requests and the execution of about ten modules.
 *
 * @param pages the pages, with addresses from the root
 * @param directory the directory of the site
 * @returns the pages in the same order
 */
export async function bundleScripts(pages: readonly Page[], directory: string): Promise<Page[]> {
  const lists = pages.map(({ html }) => [
    ...new Set(Array.from(html.matchAll(moduleScript), ([, source = '']) => source)),
  ]);
  const small = new Set<string>();
  for (const source of new Set(lists.flat())) {
    const { size } = await stat(join(directory, source));
    if (size <= maximumSize) small.add(source);
  }
  const bundles = new Map<string, string>();
  for (const list of lists) {
    const sources = list.filter((source) => small.has(source));
    const key = sources.join();
    if (sources.length > 0 && !bundles.has(key)) bundles.set(key, await writeBundle(sources, directory));
  }
  return pages.map((page, index) => {
    const list = lists[index] ?? [];
    if (list.length === 0) return page;
    const bundle = bundles.get(list.filter((source) => small.has(source)).join());
    const sources = [...(bundle ? [bundle] : []), ...list.filter((source) => !small.has(source))];
    const scripts = sources.map((source) => `<script type="deferred" src="${source}"></script>`);
    const html = page.html
      .replaceAll(moduleScript, '')
      .replace('</body>', () => `${scripts.join('')}<script>{${loader}}</script></body>`);
    return { ...page, html };
  });
}

/** Writes a file with the scripts, and returns its address. */
async function writeBundle(sources: readonly string[], directory: string): Promise<string> {
  const name = `scripts.${createHash('sha256').update(sources.join()).digest('hex').slice(0, 8)}`;
  const entry = `virtual:${name}`;
  const imports: Plugin = {
    name: 'giftoin:bundle-scripts',
    resolveId: (id) => (id === entry ? id : undefined),
    load: (id) => {
      return id === entry
        ? sources.map((source) => `import ${JSON.stringify(join(directory, source))};`).join('')
        : undefined;
    },
  };
  await build({
    configFile: false,
    logLevel: 'warn',
    root: directory,
    publicDir: false,
    plugins: [imports],
    build: {
      outDir: join(directory, '_astro'),
      emptyOutDir: false,
      modulePreload: false,
      rolldownOptions: {
        input: { [name]: entry },
        output: { entryFileNames: '[name].js', codeSplitting: false },
      },
    },
  });
  return `/_astro/${name}.js`;
}
