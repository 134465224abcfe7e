// The front page and the pages about errors, as they are published.
import { readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OpenBrowser, openBrowser } from '@giftoin/browser';
import * as client from '@giftoin/client';
import { fakeFetch } from '@giftoin/client/testing';
import { readDocsUrl, readDocument } from '@giftoin/openapi';
import { errorPages } from '@giftoin/types/error-pages';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildSite } from '../build/build-site.ts';
import { doors } from '../src/front-page/doors.ts';
import { readSample } from '../src/front-page/read-sample.ts';
import { type Docs, startDocs } from '../src/server/index.ts';
import { visitPage } from './visit-page.ts';

const document = await readDocument();
const directory = join(tmpdir(), `docs-site-${process.pid}`);
let docs: Docs;
let opened: OpenBrowser;

beforeAll(async () => {
  await buildSite({ directory });
  docs = await startDocs({ port: 0, directory });
  opened = await openBrowser();
}, 180_000);

afterAll(async () => {
  await Promise.all([opened?.close(), docs?.close()]);
  await rm(directory, { recursive: true, force: true });
});

/** Every address that an error of the client can have: of each class, and of each status code with each error code. */
async function listClientAddresses(): Promise<readonly string[]> {
  const classes = Object.values(client).filter(
    (value) => typeof value === 'function' && /^[A-Z].+Error$/.test(value.name),
  );
  const errors = (classes as (new (message: string) => client.GiftoinError)[]).map((Class) => new Class('A message.'));
  for (let status = 300; status < 600; status += 1) {
    for (const errorCode of [undefined, 12_345, ...errorPages]) {
      const body = errorCode === undefined ? '' : { status: { timestamp: 1, errorCode, errorMessage: 'A message.' } };
      const fetch = fakeFetch({ status, body });
      const giftoin = client.createGiftoinClient({ apiKey: 'docs', retries: 0, fetch });
      const user = { platform: 'discord', platformUserId: '1' };
      const result = await giftoin.safe.listCollectionChallengeProgress(user);
      if (!result.ok) errors.push(result.error);
    }
  }
  return [...new Set(errors.map((error) => error.docs))];
}

test('the site has a page at every address that an error of the client can have', async () => {
  const addresses = await listClientAddresses();
  expect(addresses.length).toBeGreaterThan(errorPages.length);
  const missing: string[] = [];
  for (const address of addresses) {
    const local = address.replace(readDocsUrl(document) ?? '', `${docs.url}/`);
    const response = await fetch(local, { redirect: 'error' });
    await response.body?.cancel();
    if (!local.startsWith(docs.url) || response.status !== 200) missing.push(address);
  }
  expect(missing).toEqual([]);
});

test('the Markdown of the front page says what the API is, and leads to the Markdown of other pages', async () => {
  const text = await (await fetch(`${docs.url}/index.md`)).text();
  expect(text).toMatch(/^# .+\n\nThe Giftoin API returns .+\. Show it .+\.\n\n## /);
  expect(text).toContain('(./errors.md)');
  expect(text).toContain('(./redoc/)');
});

describe('without JavaScript', () => {
  const visit = (path: string, steps: (page: Page) => Promise<void>) =>
    visitPage(opened.browser, docs.url + path, steps, false);

  test('the front page shows the picture, the first request with its response, and the three doors', () =>
    visit('/', async (page) => {
      const { start, request, program } = readSample(document);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.getByRole('img', { name: program?.name ?? '' }).waitFor();
      const codes = (await page.locator('pre').allInnerTexts()).map((text) => text.trimEnd());
      expect(codes.slice(0, 2)).toEqual([start, request]);
      expect(codes[2]).toContain('"progressInPercentage"');
      for (const { title, text } of doors) {
        await page.getByRole('heading', { name: title, exact: true }).getByRole('link').waitFor();
        await page.getByText(text).waitFor();
      }
    }));

  test.each(errorPages)('the page of the error %i shows what to do and how to provoke it', (code) =>
    visit(`/errors/${code}/`, async (page) => {
      for (const name of ['Cause', 'What to do', 'Provoke it', 'In the client']) {
        await page.getByRole('heading', { name, exact: true }).waitFor();
      }
      await page.locator('pre', { hasText: 'curl' }).first().waitFor();
    }),
  );
});

describe.each([1280, 390])('at a width of %i pixels', (width) => {
  const paths = ['/', '/integrate/', '/contribute/', '/errors/', `/errors/${errorPages[0]}/`, '/guides/compatibility/'];

  test.each(paths.flatMap((path) => (['light', 'dark'] as const).map((scheme) => [path, scheme] as const)))(
    '%s is accessible in %s colors, and does not scroll sideways',
    async (path, colorScheme) => {
      // The policy of the pages does not allow the script of axe.
      const context = await opened.browser.newContext({
        colorScheme,
        viewport: { width, height: 900 },
        bypassCSP: true,
      });
      try {
        const page = await context.newPage();
        await page.goto(docs.url + path);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
        expect(await findSeriousViolations(page)).toEqual([]);
      } finally {
        await context.close();
      }
    },
  );
});

async function findSeriousViolations(page: Page): Promise<readonly string[]> {
  const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
  await page.evaluate(await readFile(axe, 'utf8'));
  const { violations } = (await page.evaluate('axe.run()')) as {
    violations: { id: string; impact: string; nodes: { html: string }[] }[];
  };
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  return serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}
