import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';

export interface Load {
  /** What the page and everything that it loads have in bytes, each compressed as a host compresses it. */
  readonly bytes: number;
  /** The time from the start of the navigation until the browser has painted the content, in milliseconds. */
  readonly shown: number;
  /** The time from the start of the navigation to the end of the `load` event, in milliseconds. */
  readonly loaded: number;
}

/**
 * Loads a page with an empty cache.
 *
 * @param content selects what a script adds to the page. The page is shown when the browser has painted it. Default: the HTML of
 *   the page is its content
 */
export async function loadPage(browser: Browser, url: string, content?: string): Promise<Load> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const sizes: Promise<number>[] = [];
    page.on('response', (response) => sizes.push(response.body().then((body) => gzipSync(body).length)));
    if (content !== undefined) await page.addInitScript(`(${watchContent.toString()})(${JSON.stringify(content)})`);
    await page.goto(url, { waitUntil: 'load' });
    if (content !== undefined) await page.waitForFunction('window.shown');
    await page.waitForFunction(firstPaint);
    const shown = await page.evaluate(`window.shown ?? ${firstPaint}.startTime`);
    const loaded = await page.evaluate(`performance.getEntriesByType('navigation')[0].loadEventEnd`);
    const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    return { bytes, shown: Number(shown), loaded: Number(loaded) };
  } finally {
    await context.close();
  }
}

const firstPaint = "performance.getEntriesByName('first-contentful-paint')[0]";

/** Runs in the page: sets `window.shown` after the browser has painted an element. */
function watchContent(content: string): void {
  const { document, requestAnimationFrame, MutationObserver, performance } = globalThis as unknown as BrowserGlobals;
  const observer = new MutationObserver(() => {
    if (!document.querySelector(content)) return;
    observer.disconnect();
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        Object.assign(globalThis, { shown: performance.now() });
      }),
    );
  });
  observer.observe(document, { childList: true, subtree: true });
}

/** What the function uses of the page. The bench has the types of Node.js. */
interface BrowserGlobals {
  readonly document: { querySelector(selector: string): unknown };
  readonly requestAnimationFrame: (callback: () => void) => void;
  readonly performance: { now(): number };
  readonly MutationObserver: new (
    callback: () => void,
  ) => { observe(target: unknown, options: object): void; disconnect(): void };
}
