import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Site } from './start-site.ts';
import { createActions, visitExplorer } from './visit-explorer.ts';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const queries = {
  'a collection in progress': '',
  'a claimed reward': '?steps=scenario*claimed',
  'an error after a success': '?key=limited',
  'a sandbox that is not running': '?source=sandbox&url=http://127.0.0.1:1&control=http://127.0.0.1:1&key=custom',
};

/** The violations that axe rates as serious or critical. */
async function findViolations(page: Page): Promise<string[]> {
  // The content security policy forbids a script element. The tests of the site cover its search button.
  const results = (await page.evaluate(`${axe};axe.run({ exclude: ['site-search'] })`)) as AxeResults;
  const { violations } = results;
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** Tests that everyone can use the page. */
export function testAccessibility(getSite: () => Site): void {
  describe.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 390],
    ['dark', 390],
  ] as const)('in the %s theme at %d pixels', (colorScheme, width) => {
    const viewport = { width, height: 900 };
    test.each(Object.entries(queries))('%s has no serious violation and does not scroll sideways', (_title, query) =>
      visitExplorer(getSite(), { query, colorScheme, viewport, origins: ['http://127.0.0.1:1'] }, async (page) => {
        const { press } = createActions(page);
        await page.locator('.status-code').waitFor();
        if (query.includes('limited')) {
          await press('Send');
          await page.locator('.stale').waitFor();
        }
        expect(await findViolations(page)).toEqual([]);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(overflow).toBe(0);
      }),
    );
  });

  test('the keyboard alone grants the last card, claims the reward and switches the language', () =>
    visitExplorer(getSite(), { query: '?steps=scenario*one-card-short' }, async (page) => {
      const { see } = createActions(page);
      await see('9 of 10 cards, 90 %');
      const focus = async (name: string, role: string) => {
        for (let presses = 0; presses < 150; presses += 1) {
          const focused = page.locator(':focus');
          if (
            (await focused.count()) > 0 &&
            (await page
              .getByRole(role as 'button', { name, exact: true })
              .and(focused)
              .count()) > 0
          )
            return;
          await page.keyboard.press('Tab');
        }
        throw new Error(`Tab does not lead to ${name}.`);
      };
      await focus('Grant Aurora Card', 'button');
      await page.keyboard.press('Enter');
      await see('10 of 10 cards, 100 %');
      await focus('Claim', 'button');
      await page.keyboard.press('Space');
      await see(/^Claimed on /);
      await focus('Undo the claim', 'button');
      await focus('curl', 'tab');
      await page.keyboard.press('ArrowRight');
      await see("import { createGiftoinClient } from '@giftoin/client';");
      await page.keyboard.press('End');
      await see(/^local HttpService/);
    }));

  test('a screen reader hears the result of every request', () =>
    visitExplorer(getSite(), {}, async (page) => {
      const { choose, press } = createActions(page);
      const announcement = page.locator('[aria-live=polite]', { hasText: /^Status|^\d{3} / });
      await announcement.getByText('Status 200. Winter Challenge: 3 of 10 cards.').waitFor();
      await press('Complete');
      await announcement.getByText('Winter Challenge: 10 of 10 cards, reward ready to claim.').waitFor();
      await choose('API key', 'overdue');
      await announcement.getByText('402 Payment required').waitFor();
    }));

  test('without JavaScript, the page says what it requires, and shows a response that nothing can change', () =>
    visitExplorer(getSite(), { javaScriptEnabled: false }, async (page) => {
      await page.getByText('The explorer requires JavaScript.').waitFor();
      await page.locator('#explorer[inert] .collection').first().waitFor();
      expect(await page.locator('#explorer .status-code').textContent()).toMatch(/^200/);
    }));
}
