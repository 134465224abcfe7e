import { readFile } from 'node:fs/promises';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listPages, type OpenSite, openSite } from '../open-site.ts';
import { watchPage } from '../visit-page.ts';

const axe = await readFile(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const pages = await listPages();
/** Every page is loaded at each width, at the root of a host or under a path, and then shown in each theme. */
const views = [
  { width: 1280, place: 'atRoot', themes: ['light', 'dark'] },
  { width: 390, place: 'underPrefix', themes: ['dark', 'light'] },
] as const;

let site: OpenSite;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

/** Returns the serious and critical findings of axe, one in a line. */
async function findAccessibilityProblems(page: Page, options: RunOptions): Promise<string[]> {
  const results = (await page.evaluate(`axe.run(${JSON.stringify(options)})`)) as AxeResults;
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
}

describe.concurrent.each(pages)('the page %s', (path) => {
  test.each(views)(
    'is accessible and fits in both themes at $width',
    async ({ width, place, themes: [first, second] }) => {
      const page = await site.browser.newPage({
        colorScheme: first,
        reducedMotion: 'reduce',
        viewport: { width, height: 900 },
      });
      const problems = watchPage(page, new URL(site[place]).origin);
      await page.goto(site[place] + path, { waitUntil: 'load' });
      await page.evaluate(axe);
      const inFirst = await findAccessibilityProblems(page, { resultTypes: ['violations'] });
      await page.emulateMedia({ colorScheme: second });
      // The themes differ only in colours. Redoc has one.
      if (!path.startsWith('/redoc/')) await page.waitForSelector(`html[data-theme=${second}]`);
      const inSecond = await findAccessibilityProblems(page, { runOnly: ['color-contrast'] });
      const sideways = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
      await page.close();
      expect({ problems, sideways, inFirst, inSecond }).toEqual({
        problems: [],
        sideways: 0,
        inFirst: [],
        inSecond: [],
      });
    },
  );
});

test('every page has a content security policy that blocks other scripts', async () => {
  for (const path of pages) {
    const html = await (await fetch(site.atRoot + path)).text();
    const [, policy = ''] = /<meta http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html) ?? [];
    expect(policy, path).toMatch(/default-src 'none'.*script-src (?!.*'unsafe-inline'.*style-src)[^;]*'sha256-/);
  }
  const page = await site.browser.newPage();
  await page.goto(site.atRoot);
  await page.evaluate(
    `document.body.append(Object.assign(document.createElement('script'), { text: 'window.ran = true' }))`,
  );
  expect(await page.evaluate('window.ran')).toBe(undefined);
  await page.close();
});
