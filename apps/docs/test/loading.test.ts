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
