import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Opens a page and runs the steps. Fails if the browser reports a problem or sends a request to another origin. */
export async function visitPage(
  browser: Browser,
  url: string,
  steps: (page: Page) => Promise<void>,
  javaScriptEnabled: boolean,
): Promise<void> {
  const page = await browser.newPage({ javaScriptEnabled, viewport: { width: 1280, height: 1000 } });
  page.setDefaultTimeout(30_000);
  const problems = watchPage(page, new URL(url).origin);
  try {
    await page.goto(url);
    if (javaScriptEnabled) await waitForScripts(page);
    await steps(page);
    expect(problems).toEqual([]);
  } finally {
    await page.close();
  }
}

/** Waits for the scripts of the page, which are loaded after it. The pages of Redoc have others. */
async function waitForScripts(page: Page): Promise<void> {
  await page.evaluate(
    `document.querySelector('site-search') && customElements.whenDefined('site-search').then(() => {})`,
  );
}

/** Collects what the browser reports while it shows a page, and requests to other origins. */
export function watchPage(page: Page, ownOrigin: string): string[] {
  const problems: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`page: ${error.message}`));
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText;
    // A link loads its page before it is followed, and the browser stops that when the page is left.
    if (reason === 'net::ERR_ABORTED' && !request.isNavigationRequest()) return;
    problems.push(`failed: ${request.url()} ${reason}`);
  });
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== ownOrigin) problems.push(`other origin: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.status()}: ${response.url()}`);
  });
  // Chromium does not log that the policy blocks `eval`.
  page
    .addInitScript(`addEventListener('securitypolicyviolation', (event) => {
      console.error(event.violatedDirective, event.blockedURI);
    });`)
    .catch((error: Error) => problems.push(error.message));
  return problems;
}
