// The front page and the pages about errors, as they are published.
import * as client from '@giftoin/client';
import { fakeFetch } from '@giftoin/client/testing';
import { readDocsUrl, readDocument } from '@giftoin/openapi';
import { errorPages } from '@giftoin/types/error-pages';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { doors } from '../src/front-page/doors.ts';
import { readSample } from '../src/front-page/read-sample.ts';
import { type OpenSite, openSite } from './open-site.ts';
import { visitPage } from './visit-page.ts';

const document = await readDocument();
let site: OpenSite;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

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
    const local = address.replace(readDocsUrl(document) ?? '', `${site.atRoot}/`);
    const response = await fetch(local, { redirect: 'error' });
    await response.body?.cancel();
    if (!local.startsWith(site.atRoot) || response.status !== 200) missing.push(address);
  }
  expect(missing).toEqual([]);
});

test('the Markdown of the front page says what the API is, and leads to the Markdown of other pages', async () => {
  const text = await (await fetch(`${site.atRoot}/index.md`)).text();
  expect(text).toMatch(/^# .+\n\nThe Giftoin API returns .+\. Show it .+\.\n\n## /);
  expect(text).toContain('(./errors.md)');
  expect(text).toContain('(./redoc/)');
});

describe('without JavaScript', () => {
  const visit = (path: string, steps: (page: Page) => Promise<void>) =>
    visitPage(site.browser, site.atRoot + path, steps, false);

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
