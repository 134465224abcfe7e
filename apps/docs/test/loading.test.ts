import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listPages, type OpenSite, openSite } from './open-site.ts';
import { visitPage } from './visit-page.ts';

const pages = (await listPages()).filter((path) => !path.startsWith('/redoc/'));

let site: OpenSite;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

const readPage = (path: string) => readFile(join(site.directory, path, 'index.html'), 'utf8');

test.each(pages)('the first paint of %s waits for no other file', async (path) => {
  const [head = '', body = ''] = (await readPage(path)).split('</head>');
  expect(head).not.toMatch(/<link rel="stylesheet"|<script[^>]* src=/);
  expect(body.match(/<script type="module"/g)).toBe(null);
  const scripts = Array.from(
    body.matchAll(/<script type="deferred" src="[^"]*\/([a-z]+)\.[^"]+"/g),
    ([, name]) => name,
  );
  expect(scripts).toEqual(path === '/explorer/' ? ['scripts', 'explorer'] : ['scripts']);
});

test('a page names every script and style sheet of the site', async () => {
  const notFound = await readFile(join(site.directory, '404.html'), 'utf8');
  const text = [notFound, ...(await Promise.all(pages.map(readPage)))].join();
  const names = await readdir(join(site.directory, '_astro'));
  expect(names.filter((name) => !text.includes(name))).toEqual([]);
});

test('a printed page has no navigation', () =>
  visitPage(
    site.browser,
    `${site.underPrefix}/integrate/`,
    async (page) => {
      const navigation = page.locator('.sidebar-pane');
      expect(await navigation.isVisible()).toBe(true);
      await page.emulateMedia({ media: 'print' });
      expect(await navigation.isVisible()).toBe(false);
    },
    true,
  ));

test('the scripts run in a browser that does not report its paints', async () => {
  const page = await site.browser.newPage();
  await page.addInitScript('PerformanceObserver.prototype.observe = () => {}');
  await page.goto(`${site.atRoot}/integrate/`);
  await page.evaluate(`customElements.whenDefined('site-search').then(() => {})`);
  await page.close();
});

test.each(['/', '/integrate/'])('nothing moves while %s arrives slowly', async (path) => {
  const context = await site.browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  const bytesPerSecond = { downloadThroughput: 200_000, uploadThroughput: 200_000 };
  await network.send('Network.emulateNetworkConditions', { offline: false, latency: 150, ...bytesPerSecond });
  await page.addInitScript(`
    window.shift = 0;
    new PerformanceObserver((list) => {
      for (const { value } of list.getEntries()) window.shift += value;
    }).observe({ type: 'layout-shift', buffered: true });
  `);
  await page.goto(site.atRoot + path);
  await page.evaluate(`customElements.whenDefined('site-search').then(() => {})`);
  // The limit of a good page (Core Web Vitals).
  expect(await page.evaluate('window.shift')).toBeLessThan(0.1);
  await context.close();
});

test('the explorer says that it needs its scripts if they do not arrive', async () => {
  const page = await site.browser.newPage();
  await page.route('**/_astro/explorer.*.js', (route) => route.abort());
  await page.goto(`${site.atRoot}/explorer/`);
  await page.getByText('The explorer requires JavaScript').waitFor({ state: 'visible' });
  await page.close();
});
