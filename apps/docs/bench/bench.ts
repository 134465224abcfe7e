/**
 * Measures the pages of the built site beside an empty page, in one run of one browser: until the first content is shown, until the
 * largest element is shown, and until everything is loaded.
 *
 *   node bench/bench.ts [--quick]   --quick: fewer rounds
 *
 * Exits with 1 if a page is above a limit. The references of Redoc have no limit.
 */
import { glob, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openBrowser } from '@giftoin/browser';
import { siteDirectory, startDocs } from '../src/server/index.ts';
import { type Load, loadPage } from './load-page.ts';

const limits = { kilobytes: 80, factor: 3.5 };
const { values } = parseArgs({ options: { quick: { type: 'boolean' } }, allowPositionals: true });
const rounds = values.quick ? 3 : 11;
/** What scripts add to pages whose HTML is not their content. */
const contents: Readonly<Record<string, string>> = {
  '/redoc/': 'h1',
  '/redoc/sandbox/': 'h1',
};

const empty = await mkdtemp(join(tmpdir(), 'docs-bench-'));
await writeFile(join(empty, 'index.html'), '<!doctype html><html lang="en"><title>Empty</title><p>An empty page.');
const site = await startDocs({ port: 0 });
const nothing = await startDocs({ port: 0, directory: empty });
const { browser, close } = await openBrowser();
try {
  const files = await Array.fromAsync(glob('**/index.html', { cwd: siteDirectory }));
  const paths = files.map((file) => `/${file.replaceAll('\\', '/').replace('index.html', '')}`).sort();
  let isAbove = false;
  console.log(`page${' '.repeat(46)}kB gzip   shown × empty largest × empty  loaded × empty`);
  for (const path of paths) {
    const loads: Load[] = [];
    const emptyLoads: Load[] = [];
    // The empty page is measured between the loads, because the speed of a machine changes.
    for (let round = 0; round < rounds; round += 1) {
      emptyLoads.push(await loadPage(browser, nothing.url));
      loads.push(await loadPage(browser, site.url + path, contents[path]));
    }
    const kilobytes = (loads[0]?.bytes ?? 0) / 1000;
    const toFactor = (name: Time) => readMedian(loads, name) / readMedian(emptyLoads, name);
    const factor = toFactor('shown');
    const isLimited = !path.startsWith('/redoc/');
    const above = isLimited && (kilobytes > limits.kilobytes || factor > limits.factor);
    isAbove ||= above;
    const cells = [
      kilobytes.toFixed(1),
      readMedian(loads, 'shown').toFixed(0),
      factor.toFixed(1),
      readMedian(loads, 'largest').toFixed(0),
      toFactor('largest').toFixed(1),
      readMedian(loads, 'loaded').toFixed(0),
      toFactor('loaded').toFixed(1),
    ].map((cell) => cell.padStart(8));
    console.log(`${path.padEnd(48)}${cells.join('')}${above ? '   above the limit' : ''}`);
  }
  console.log(`Limits: ${limits.kilobytes} kB, and shown in ${limits.factor} times the time of an empty page.`);
  if (isAbove) process.exitCode = 1;
} finally {
  await Promise.all([close(), site.close(), nothing.close()]);
  await rm(empty, { recursive: true });
}

type Time = 'shown' | 'largest' | 'loaded';

function readMedian(loads: readonly Load[], name: Time): number {
  const numbers = loads.map((load) => load[name]).sort((a, b) => a - b);
  return numbers[Math.floor(numbers.length / 2)] ?? 0;
}
