import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';

export interface Load {
  /** What the page and everything that it loads have in bytes, each compressed as a host compresses it. */
  readonly bytes: number;
  /** The time from the start of the navigation to the end of the `load` event. */
  readonly milliseconds: number;
}

/** Loads a page with an empty cache. */
export async function loadPage(browser: Browser, url: string): Promise<Load> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const sizes: Promise<number>[] = [];
    page.on('response', (response) => sizes.push(response.body().then((body) => gzipSync(body).length)));
    await page.goto(url, { waitUntil: 'load' });
    const milliseconds = await page.evaluate(`new Promise((resolve) => setTimeout(() => {
      resolve(performance.getEntriesByType('navigation')[0].loadEventEnd);
    }))`);
    const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    return { bytes, milliseconds: Number(milliseconds) };
  } finally {
    await context.close();
  }
}
