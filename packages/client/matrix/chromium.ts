import { openBrowser } from '@giftoin/browser';
import { bundled, type Consumer } from './consumer.ts';
import { judged } from './programs.ts';
import { listening, type Servers } from './servers.ts';

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
