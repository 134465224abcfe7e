import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OpenBrowser, openBrowser } from '@giftoin/browser';
import { documentFile, readDocument, sandboxControlFile } from '@giftoin/openapi';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildSite } from '../scripts/build.ts';
import { type Docs, startDocs } from '../src/index.ts';

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

/** Opens a page, runs the steps on it, and fails at anything the browser complains of or asks elsewhere. */
async function visit(url: string, steps: (page: Page) => Promise<void>, javaScriptEnabled = true): Promise<void> {
  const page = await opened.browser.newPage({ javaScriptEnabled, viewport: { width: 1280, height: 1000 } });
  const troubles: string[] = [];
  page.setDefaultTimeout(30_000);
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) troubles.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => troubles.push(`page: ${error.message}`));
  page.on('requestfailed', (request) => troubles.push(`failed: ${request.url()} ${request.failure()?.errorText}`));
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== new URL(url).origin) troubles.push(`elsewhere: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) troubles.push(`${response.status()}: ${response.url()}`);
  });
  // Chromium's console says nothing of the `eval` that the policy stops.
  await page.addInitScript(`addEventListener('securitypolicyviolation', (event) => {
    console.error(event.violatedDirective, event.blockedURI);
  });`);
  try {
    await page.goto(url);
    await steps(page);
    expect(troubles).toEqual([]);
  } finally {
    await page.close();
  }
}

const seen = (page: Page, text: string) =>
  page.getByText(text, { exact: true }).filter({ visible: true }).first().waitFor();
const field = (page: Page, text: string) => page.locator('.schema-property-item').filter({ hasText: text }).last();

describe.each([
  ['at the root of a host', () => `${atRoot.url}/`],
  ['under a path', () => `${underPrefix.url}${prefix}/`],
])('the page %s', (_place, site) => {
  test('shows both operations, and leads to them', () =>
    visit(site(), async (page) => {
      const { title, version } = (await readDocument()).info;
      await seen(page, `${title} (${version})`);
      await page.getByText('Progress', { exact: true }).first().click();
      for (const text of [list, `${list}/{programId}`]) await seen(page, text);
      for (const text of ["List a user's progress in all collections", "Get a user's progress in one collection"]) {
        await page.getByRole('link', { name: text }).first().click();
        await page.getByRole('heading', { name: text }).waitFor();
      }
      expect(page.url()).toBe(site() + operation);
      await page.waitForLoadState('networkidle');
    }));

  test('has no address that leaves the place where it is', () =>
    visit(site(), async (page) => {
      const addresses = await page.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
      expect(addresses).toContain('#/progress');
      expect(addresses.filter((address) => address?.startsWith('/'))).toEqual([]);
    }));

  test('gives the document for download, to the letter', () =>
    visit(site(), async (page) => {
      const download = page.waitForEvent('download');
      await page.getByRole('link', { name: 'openapi.yaml' }).first().click();
      expect(await readFile(await (await download).path(), 'utf8')).toBe(await readFile(documentFile, 'utf8'));
    }));
});

test('the page says what it is, in which language, and brings its icon along', () =>
  visit(`${atRoot.url}/`, async (page) => {
    expect(await page.title()).toBe('Giftoin Collection Challenges API');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.locator('link[rel=icon]').getAttribute('href')).toMatch(/^data:/);
  }));

test('the three headers for the key are told by name', () =>
  visit(`${atRoot.url}/${operation}`, async (page) => {
    await page.getByText('View security details').filter({ visible: true }).last().click();
    for (const name of ['x-gft_api_key', 'x-gft-api-key', 'gft-api-key']) {
      await page.getByRole('tab', { name, exact: true }).click();
      await page.getByText('Header parameter name').locator('..').getByText(name, { exact: true }).waitFor();
    }
  }));

test('the example of the provider is shown, and the others can be chosen', () =>
  visit(`${atRoot.url}/${operation}`, async (page) => {
    await seen(page, '"Winter Challenge"');
    await page.getByRole('button', { name: 'Example' }).last().click();
    await page.getByRole('menuitem', { name: 'Claimed', exact: true }).click();
    await seen(page, '"GIFT-7Q4X-2M9K"');
  }));

test('what the provider never promised is told at parameters, properties, responses and headers', () =>
  visit(`${atRoot.url}/${operation}`, async (page) => {
    const ours = { hasText: 'x-source: ours' };
    await field(page, 'The platform of the user.').filter(ours).waitFor();
    await field(page, "The state of the user's progress in the program.").filter(ours).waitFor();
    await page.getByRole('tab', { name: '429' }).last().click();
    await field(page, 'Retry-After').filter(ours).waitFor();
    await seen(page, 'x-source: docs');
  }));

test('the search finds a header', () =>
  visit(`${atRoot.url}/`, async (page) => {
    await page.getByText('Search').first().click();
    await page.keyboard.type('Retry-After');
    await page.getByText('response 429 headers').first().waitFor();
  }));

test('the first key leads past the menu', () =>
  visit(`${atRoot.url}/`, async (page) => {
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.tagName')).toBe('MAIN');
  }));

test('without JavaScript the page leads to the document', () =>
  visit(`${atRoot.url}/`, (page) => page.locator('noscript a[href="openapi.yaml"]').waitFor(), false));

test('the control side of the sandbox has a page of its own', () =>
  visit(`${atRoot.url}/sandbox/`, async (page) => {
    const { title, version } = (await readDocument(sandboxControlFile)).info;
    await seen(page, `${title} (${version})`);
    await page.getByText('Cards', { exact: true }).first().click();
    await page.getByRole('link', { name: 'Gives a user a card, once or several times' }).first().click();
    await seen(page, '/workspaces/{workspace}/grant');
  }));
