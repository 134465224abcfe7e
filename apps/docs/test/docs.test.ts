import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OpenBrowser, openBrowser } from '@giftoin/browser';
import { documentFile, readDocument, sandboxControlFile } from '@giftoin/openapi';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildSite } from '../scripts/build.ts';
import { type Docs, startDocs } from '../src/index.ts';
import { visitPage } from './visit-page.ts';

const prefix = '/some/prefix';
const list = '/api/v1/users/{platform}/{platformUserId}/progress/collection-challenges';
const operation = '#/progress/getcollectionchallengeprogress';
let root: string;
let atRoot: Docs;
let underPrefix: Docs;
let opened: OpenBrowser;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'docs-test-'));
  await buildSite(join(root, prefix));
  atRoot = await startDocs({ port: 0, directory: join(root, prefix) });
  underPrefix = await startDocs({ port: 0, directory: root });
  opened = await openBrowser();
});

afterAll(async () => {
  await opened?.close();
  await Promise.all([atRoot?.close(), underPrefix?.close()]);
  await rm(root, { recursive: true, force: true });
});

const visit = (url: string, steps: (page: Page) => Promise<void>, javaScriptEnabled = true) =>
  visitPage(opened.browser, url, steps, javaScriptEnabled);
const waitForText = (page: Page, text: string) =>
  page.getByText(text, { exact: true }).filter({ visible: true }).first().waitFor();
const findField = (page: Page, text: string) => page.locator('.schema-property-item').filter({ hasText: text }).last();

describe.each([
  ['at the root of a host', () => `${atRoot.url}/`],
  ['under a path', () => `${underPrefix.url}${prefix}/`],
])('the page %s', (_place, site) => {
  test('lists both operations and links to them', () =>
    visit(site(), async (page) => {
      const { title, version } = (await readDocument()).info;
      await waitForText(page, `${title} (${version})`);
      await page.getByText('Progress', { exact: true }).first().click();
      for (const text of [list, `${list}/{programId}`]) await waitForText(page, text);
      for (const text of ["List a user's progress in all collections", "Get a user's progress in one collection"]) {
        await page.getByRole('link', { name: text }).first().click();
        await page.getByRole('heading', { name: text }).waitFor();
      }
      expect(page.url()).toBe(site() + operation);
      await page.waitForLoadState('networkidle');
    }));

  test('contains only relative links', () =>
    visit(site(), async (page) => {
      const links = await page
        .locator('a')
        .evaluateAll((anchors) => anchors.map((anchor) => anchor.getAttribute('href')));
      expect(links).toContain('#/progress');
      expect(links.filter((link) => link?.startsWith('/'))).toEqual([]);
    }));

  test('offers the unchanged document for download', () =>
    visit(site(), async (page) => {
      const download = page.waitForEvent('download');
      await page.getByRole('link', { name: 'openapi.yaml' }).first().click();
      expect(await readFile(await (await download).path(), 'utf8')).toBe(await readFile(documentFile, 'utf8'));
    }));
});

test('the page has a title, a language and an embedded icon', () =>
  visit(`${atRoot.url}/`, async (page) => {
    expect(await page.title()).toBe('Giftoin Collection Challenges API');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.locator('link[rel=icon]').getAttribute('href')).toMatch(/^data:/);
  }));

test('the page shows the names of the three API key headers', () =>
  visit(`${atRoot.url}/${operation}`, async (page) => {
    await page.getByText('View security details').filter({ visible: true }).last().click();
    for (const name of ['x-gft_api_key', 'x-gft-api-key', 'gft-api-key']) {
      await page.getByRole('tab', { name, exact: true }).click();
      await page.getByText('Header parameter name').locator('..').getByText(name, { exact: true }).waitFor();
    }
  }));

test("the page shows the provider's example, and the others can be selected", () =>
  visit(`${atRoot.url}/${operation}`, async (page) => {
    await waitForText(page, '"Winter Challenge"');
    await page.getByRole('button', { name: 'Example' }).last().click();
    await page.getByRole('menuitem', { name: 'Claimed', exact: true }).click();
    await waitForText(page, '"GIFT-7Q4X-2M9K"');
  }));

test('the page shows the x-source of parameters, properties, responses and headers', () =>
  visit(`${atRoot.url}/${operation}`, async (page) => {
    const ours = { hasText: 'x-source: ours' };
    await findField(page, 'The platform of the user.').filter(ours).waitFor();
    await findField(page, "The state of the user's progress in the program.").filter(ours).waitFor();
    await page.getByRole('tab', { name: '429' }).last().click();
    await findField(page, 'Retry-After').filter(ours).waitFor();
    await waitForText(page, 'x-source: docs');
  }));

test('the search finds a header', () =>
  visit(`${atRoot.url}/`, async (page) => {
    await page.getByText('Search').first().click();
    await page.keyboard.type('Retry-After');
    await page.getByText('response 429 headers').first().waitFor();
  }));

test('the first tab stop is a link that skips the menu', () =>
  visit(`${atRoot.url}/`, async (page) => {
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.tagName')).toBe('MAIN');
  }));

test('without JavaScript the page links to the document', () =>
  visit(`${atRoot.url}/`, (page) => page.locator('noscript a[href="openapi.yaml"]').waitFor(), false));

test('the control API of the sandbox has its own page', () =>
  visit(`${atRoot.url}/sandbox/`, async (page) => {
    const { info, paths } = await readDocument(sandboxControlFile);
    await waitForText(page, `${info.title} (${info.version})`);
    const [path = '', operations] = Object.entries(paths)[0] ?? [];
    const { tags, summary } = Object.values(operations as Record<string, { tags: string[]; summary: string }>)[0] ?? {};
    await page
      .getByText(tags?.[0] ?? '', { exact: true })
      .first()
      .click();
    await page
      .getByRole('link', { name: summary ?? '' })
      .first()
      .click();
    await waitForText(page, path);
  }));
