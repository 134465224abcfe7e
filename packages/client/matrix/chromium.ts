import { openBrowser } from '@giftoin/browser';
import { bundleModule, type Consumer } from './consumer.ts';
import { checkOutcomes } from './run-program.ts';
import { listen, type Servers } from './servers.ts';

/** Evaluates an expression in a page, and returns the value that it resolves to. */
export type Evaluate = <Value>(expression: string) => Promise<Value>;

/** Runs the program in a page in Chromium. */
export async function runInChromium(consumer: Consumer, servers: Servers) {
  await openPage(consumer, 'page.mjs', (evaluate) =>
    checkOutcomes(servers, true, (setting) => evaluate(`run(${JSON.stringify(setting)})`)),
  );
}

/** Opens a page in Chromium that loads a module of the consumer. */
export async function openPage(
  consumer: Consumer,
  moduleName: string,
  use: (evaluate: Evaluate) => Promise<void>,
): Promise<void> {
  const module = await bundleModule(consumer, moduleName);
  const site = await listen((request, response) => {
    const isPage = request.url === '/';
    response.setHeader('content-type', isPage ? 'text/html' : 'text/javascript');
    response.end(isPage ? '<!doctype html><script type="module" src="/page.js"></script>' : module);
  });
  const { browser, close } = await openBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(site.url);
    // A string, because the functions of the module exist only in the page.
    await use((expression) => page.evaluate(expression));
  } finally {
    await close();
    await site.close();
  }
}
