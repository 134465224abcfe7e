import { listOperations, readDocument } from '@giftoin/openapi';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createOperationAddress } from '../src/operations/addresses.ts';
import { createOperationView } from '../src/operations/create-operation-view.ts';
import type { ValueView } from '../src/operations/value-view.ts';
import { type OpenSite, openSite } from './open-site.ts';
import { visitPage } from './visit-page.ts';

const document = await readDocument();
const operations = listOperations(document);
const address = createOperationAddress(operations[0]?.operationId ?? '');

let site: OpenSite;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

const visit = (path: string, steps: (page: Page) => Promise<void>, javaScriptEnabled = true) =>
  visitPage(site.browser, site.underPrefix + path, steps, javaScriptEnabled);
/** The element that has the focus, with the width of its outline. */
const readFocus = (page: Page) =>
  page.evaluate(`(() => {
    const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
    return { text: document.activeElement.textContent.trim(), isVisible: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 };
  })()`) as Promise<{ text: string; isVisible: boolean }>;

function listValues(values: readonly ValueView[]): ValueView[] {
  return values.flatMap((value) => [value, ...listValues(value.children)]);
}

test.each(operations)('the page of $operationId is complete without JavaScript', (operation) =>
  visit(
    createOperationAddress(operation.operationId),
    async (page) => {
      const { method, path, apiKeys, parameters, responses } = createOperationView(document, operation);
      const content = page.locator('main');
      const bodies = responses.flatMap(({ headers, body }) => [...headers, ...(body?.children ?? [])]);
      const values = listValues([...parameters.flatMap(({ values }) => values), ...bodies]);
      const expected = [
        `${method} ${path}`,
        ...apiKeys.map(({ header }) => header),
        ...responses.flatMap(({ title, description = '' }) => [title, description.trim()]),
      ];
      const text = ((await content.textContent()) ?? '').replaceAll(/\s+/g, ' ');
      for (const part of expected) expect(text).toContain(part.replaceAll(/`|\s*\n/g, ''));
      for (const { anchor, type, presence, source } of values) {
        const item = page.locator(`[id="${anchor}"]`);
        for (const part of [type, presence, source]) expect(await item.textContent()).toContain(part);
      }
      for (const { anchor } of responses) expect(await page.locator(`[id="${anchor}"]`).count()).toBe(1);
      const code = (await page.locator('pre').allTextContents()).map((each) => each.replaceAll(/\s/g, ''));
      for (const { value } of operation.responses.flatMap(({ namedExamples }) => namedExamples)) {
        expect(code).toContain(JSON.stringify(value).replaceAll(/\s/g, ''));
      }
      for (const { status, namedExamples } of operation.responses) {
        for (const { name } of namedExamples) expect(text).toContain(`Prefer: code=${status}, example=${name}`);
      }
      // The samples in all languages are visible.
      for (const text of ['curl -i', 'createGiftoinClient', 'http.client', 'RequestAsync']) {
        await page.locator('pre').filter({ hasText: text }).filter({ visible: true }).first().waitFor();
      }
    },
    false,
  ),
);

test.each([
  ['Retry-After', '429'],
  ['authentication', 'API key'],
  ['rate limit', '429'],
  ['Roblox', 'Roblox server script'],
  ['collectedCount', "List a user's progress in all collections"],
])('the search finds %s', (query, title) =>
  visit('/operations/', async (page) => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type(query);
    const result = page.locator('[data-results] a').filter({ hasText: title }).first();
    await result.waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.href.startsWith(site.underPrefix) && !url.pathname.endsWith('/operations/'));
  }),
);

test('the search gives advice if it finds nothing', () =>
  visit('/operations/', async (page) => {
    await page.getByRole('button', { name: 'Search' }).click();
    await page.keyboard.type('qqqq');
    await page.getByText('No page contains “qqqq”.').waitFor();
    await page.getByText('Check the spelling').waitFor();
    await page.locator('[data-advice] a', { hasText: 'All errors' }).click();
    await page.waitForURL(`${site.underPrefix}/errors/`);
  }));

test('the keyboard reaches the search and the samples, with a visible focus', () =>
  visit(address, async (page) => {
    const seen: string[] = [];
    for (let presses = 0; presses < 80 && !seen.includes('curl'); presses += 1) {
      await page.keyboard.press('Tab');
      const { text, isVisible } = await readFocus(page);
      expect(isVisible, `the focus on ${text}`).toBe(true);
      seen.push(text);
    }
    expect(seen.filter((text) => /^(Skip to content|Search.*|curl)$/.test(text))).toEqual([
      'Skip to content',
      expect.stringMatching(/^Search/),
      'curl',
    ]);
    await page.keyboard.press('ArrowRight');
    await page.locator('pre', { hasText: 'createGiftoinClient' }).filter({ visible: true }).waitFor();
    expect(await readFocus(page)).toEqual({ text: 'TypeScript', isVisible: true });
  }));

test('an address with a fragment leads to a property', () =>
  visit(`${address}#property-cards.isOwned`, async (page) => {
    expect(await page.locator(':target').textContent()).toContain('isOwned');
    await page.waitForFunction('document.querySelector(":target").getBoundingClientRect().top < innerHeight');
  }));
