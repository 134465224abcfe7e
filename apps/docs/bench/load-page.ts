import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';

export interface Load {
  /** What the page and everything that it loads have in bytes, each compressed as a host compresses it. */
  readonly bytes: number;
  /** The time from the start of the navigation until the browser has painted the first content, in milliseconds. */
  readonly shown: number;
  /**
   * The time from the start of the navigation until the browser has painted the largest text or image, in milliseconds. It is later
   * than `shown` if the browser paints a page in several steps.
   */
  readonly largest: number;
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
    await page.addInitScript(`(${watchLargest.toString()})()`);
    if (content !== undefined) await page.addInitScript(`(${watchContent.toString()})(${JSON.stringify(content)})`);
    await page.goto(url, { waitUntil: 'load' });
    const shown = await waitForValue(page, content === undefined ? `${firstPaint}?.startTime` : 'window.shown');
    // Until now, scripts can add something larger.
    await page.waitForTimeout(settled);
    const largest = await page.evaluate('window.largest');
    const loaded = await page.evaluate(`performance.getEntriesByType('navigation')[0].loadEventEnd`);
    const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    return { bytes, shown: Number(shown), largest: Number(largest), loaded: Number(loaded) };
  } finally {
    await context.close();
  }
}

/** Evaluates an expression until it has a value. The policy of the pages does not allow that a page does it. */
async function waitForValue(page: Page, expression: string): Promise<unknown> {
  for (;;) {
    const value = await page.evaluate(expression);
    if (value !== undefined) return value;
    await page.waitForTimeout(20);
  }
}

const firstPaint = "performance.getEntriesByName('first-contentful-paint')[0]";

/** How long after the load a page can paint more, in milliseconds. */
const settled = 150;

/** Runs in the page: sets `window.largest` to the time of the largest contentful paint. */
function watchLargest(): void {
  const { PerformanceObserver } = globalThis as unknown as BrowserGlobals;
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) Object.assign(globalThis, { largest: startTime });
  }).observe({ type: 'largest-contentful-paint', buffered: true });
}

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
  readonly PerformanceObserver: new (
    callback: (list: { getEntries(): { startTime: number }[] }) => void,
  ) => { observe(options: object): void };
  readonly MutationObserver: new (
    callback: () => void,
  ) => { observe(target: unknown, options: object): void; disconnect(): void };
}
