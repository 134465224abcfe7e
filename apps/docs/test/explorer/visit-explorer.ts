import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Site } from './start-site.ts';

export interface ExplorerOptions extends BrowserContextOptions {
  /** The query of the address. Default: none. */
  readonly query?: string;
  /** Origins that the page may contact in addition to its own. Default: none. */
  readonly origins?: readonly string[];
  /** Called before the page is opened. Optional. */
  readonly prepare?: (context: BrowserContext) => Promise<void>;
}

/**
 * Opens the explorer and runs the steps. Fails if the page throws, violates its content security policy, or contacts another
 * origin.
 */
export async function visitExplorer(
  { browser, base, origin }: Site,
  { query = '', origins = [], prepare, ...options }: ExplorerOptions,
  steps: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
  await prepare?.(context);
  const page = await context.newPage();
  const problems: string[] = [];
  page.setDefaultTimeout(15_000);
  page.on('pageerror', (error) => problems.push(`page: ${error.message}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && ![origin, ...origins].includes(url.origin)) problems.push(`other: ${url}`);
  });
  await page.addInitScript(`addEventListener('securitypolicyviolation', (event) => {
    setTimeout(() => { throw new Error(event.violatedDirective + ' ' + event.blockedURI); });
  });`);
  try {
    await page.goto(`${origin}${base}explorer/${query}`);
    // Before the script, the page shows a response that was rendered with the page.
    if (options.javaScriptEnabled !== false) await page.locator('#explorer:not([inert])').waitFor();
    await steps(page);
    expect(problems).toEqual([]);
  } finally {
    await context.close();
  }
}

/** What the tests do in the page, as a user does it. */
export function createActions(page: Page) {
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
  return {
    press: (name: string) => button(name).click(),
    choose: (label: string, value: string) => page.getByLabel(label, { exact: true }).selectOption(value),
    async enter(label: string, value: string) {
      await page.getByLabel(label, { exact: true }).fill(value);
      await page.keyboard.press('Enter');
    },
    /** Waits until the page shows the text. */
    see: (text: string | RegExp) =>
      page.locator('#explorer').getByText(text).filter({ visible: true }).first().waitFor(),
    /** Waits until the last response has the status. */
    seeStatus: (text: string) => page.locator('.status-code', { hasText: text }).waitFor(),
  };
}
