import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { operationRules, requestInput } from '@giftoin/types/client-features';
import { expect, test } from 'vitest';
import type { Site } from './start-site.ts';
import { visitExplorer } from './visit-explorer.ts';

const kilobyte = 1_000;
/** The compressed sizes of everything that the page loads, by URL. */
async function measure(site: Site): Promise<Map<string, number>> {
  const sizes = new Map<string, number>();
  await visitExplorer(site, {}, async (page) => {
    await page.reload();
    await page.locator('#explorer:not([inert]) .status-code').waitFor();
    const urls = await page.evaluate(() => [
      location.href,
      ...performance.getEntriesByType('resource').map(({ name }) => name),
    ]);
    for (const url of urls) {
      const path = new URL(url).pathname.slice(site.base.length).replace(/\/$/, '/index.html');
      sizes.set(path, gzipSync(await readFile(join(site.directory, path)), { level: 9 }).length);
    }
  });
  return sizes;
}

/** Tests how much the page loads. The budget is for a client without request bodies: a document with them adds code to it. */
export function testSizes(getSite: () => Site): void {
  test.skipIf(requestInput || operationRules)(
    'the explorer has at most 40 kB of script, and the page 80 kB in total',
    async () => {
      const sizes = [...(await measure(getSite()))];
      const sum = (entries: typeof sizes) => entries.reduce((total, [, size]) => total + size, 0);
      const script = sum(sizes.filter(([path]) => /explorer.*\.js$/.test(path)));
      console.log(
        `explorer script ${script} B, page ${sum(sizes)} B, gzip: ${JSON.stringify(Object.fromEntries(sizes))}`,
      );
      expect(script).toBeGreaterThan(0);
      expect(script).toBeLessThanOrEqual(40 * kilobyte);
      expect(sum(sizes)).toBeLessThanOrEqual(80 * kilobyte);
    },
  );
}
