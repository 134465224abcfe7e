import { readFile } from 'node:fs/promises';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listPages, type OpenSite, openSite } from './open-site.ts';
import { watchPage } from './visit-page.ts';

const axe = await readFile(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const pages = await listPages();
/** Every page is loaded in each theme, at each width, and both at the root of a host and under a path. */
const views = [
  { theme: 'light', width: 1280, place: 'atRoot' },
  { theme: 'dark', width: 1280, place: 'underPrefix' },
  { theme: 'light', width: 390, place: 'underPrefix' },
  { theme: 'dark', width: 390, place: 'atRoot' },
] as const;

let site: OpenSite;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

/** Returns the serious and critical findings of axe, one in a line. */
async function findAccessibilityProblems(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const results = (await page.evaluate('axe.run({ resultTypes: ["violations"] })')) as AxeResults;
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
}

describe.concurrent.each(pages)('the page %s', (path) => {
  test.each(views)('is accessible and fits in the $theme theme at $width', async ({ theme, width, place }) => {
    const page = await site.browser.newPage({ colorScheme: theme, viewport: { width, height: 900 } });
    const problems = watchPage(page, new URL(site[place]).origin);
    await page.goto(site[place] + path, { waitUntil: 'load' });
    const found = {
      problems,
      sideways: await page.evaluate('document.documentElement.scrollWidth - innerWidth'),
      accessibility: await findAccessibilityProblems(page),
    };
    await page.close();
    expect(found).toEqual({ problems: [], sideways: 0, accessibility: [] });
  });
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
