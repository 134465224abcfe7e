import { openBrowser } from '@giftoin/browser';
import { bundleModule, type Consumer } from './consumer.ts';
import { checkOutcomes } from './run-program.ts';
import { listen, type Servers } from './servers.ts';

/** Runs the program in a page in Chromium. */
export async function runInChromium(consumer: Consumer, servers: Servers) {
  const module = await bundleModule(consumer, 'page.mjs');
  const site = await listen((request, response) => {
    const isPage = request.url === '/';
    response.setHeader('content-type', isPage ? 'text/html' : 'text/javascript');
    response.end(isPage ? '<!doctype html><script type="module" src="/page.js"></script>' : module);
  });
  const { browser, close } = await openBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(site.url);
    // A string, because `run` exists only in the page.
    await checkOutcomes(servers, true, (setting) => page.evaluate(`run(${JSON.stringify(setting)})`));
  } finally {
    await close();
    await site.close();
  }
}
