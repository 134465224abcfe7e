import { expect, test } from 'vitest';
import { situations } from './situations.ts';
import type { Site } from './start-site.ts';
import { createActions, visitExplorer } from './visit-explorer.ts';

/** Tests the published page, with no server at all. */
export function testSimulator(getSite: () => Site): void {
  test.each(Object.entries(situations))('%s', (_title, steps) => visitExplorer(getSite(), {}, steps));

  test('the page shows what was received before the connection was cut', () =>
    visitExplorer(getSite(), { query: '?fault=cut' }, async (page) => {
      await createActions(page).see('The connection was cut');
      await page.locator('.raw .body', { hasText: 'Winter Challenge' }).waitFor();
    }));

  test('what the user types stays when a response arrives', () =>
    visitExplorer(getSite(), {}, async (page) => {
      const { see } = createActions(page);
      await see('3 of 10 cards, 30 %');
      const field = page.getByLabel('platformUserId', { exact: true });
      await field.fill('4');
      // Without a click, which would leave the field.
      await page.getByRole('button', { name: 'Complete', exact: true }).dispatchEvent('click');
      await see('Ready to claim');
      expect(await field.inputValue()).toBe('4');
    }));

  test('the page needs no network after it is loaded', () =>
    visitExplorer(getSite(), {}, async (page) => {
      const { press, see } = createActions(page);
      await see('3 of 10 cards, 30 %');
      await page.context().setOffline(true);
      await press('Complete');
      await see('Ready to claim');
    }));

  test('the address of the page leads to the same situation', () =>
    visitExplorer(getSite(), {}, async (page) => {
      const { choose, enter, press, see, seeStatus } = createActions(page);
      await enter('platform', 'roblox');
      await enter('platformUserId', '42');
      await choose('Operation', 'getCollectionChallengeProgress');
      await choose('Header of the key', 'gft-api-key');
      await press('All but one card');
      await press('Grant Snowflake Card');
      await press('+1 day');
      await see('+1 d');
      await choose('Fail the next request', '403');
      await press('Fail and send');
      await seeStatus('403');
      const { search } = new URL(page.url());
      await visitExplorer(getSite(), { query: search }, async (other) => {
        const again = createActions(other);
        await again.seeStatus('403');
        await again.press('Send');
        await again.see('9 of 10 cards, 90 %');
        await again.see('Owned × 2');
        await again.see('+1 d');
        await again.see(/^6 d left/);
        expect(await other.getByLabel('platformUserId').inputValue()).toBe('42');
        expect(await other.getByLabel('Header of the key').inputValue()).toBe('gft-api-key');
        await again.see('program_123');
      });
    }));

  test('an API key is only in its field', () =>
    visitExplorer(getSite(), {}, async (page) => {
      const { choose, enter, press, see, seeStatus } = createActions(page);
      const secret = 'gft_default_very-secret-key';
      await choose('API key', 'custom');
      await enter('Your API key', secret);
      await seeStatus('401');
      await see('Error code 1001.');
      await press('Send');
      for (const language of ['TypeScript', 'Python', 'Luau', 'curl']) {
        await page.getByRole('tab', { name: language }).click();
        await see(/GIFTOIN_API_KEY|giftoin_api_key/);
      }
      expect(page.url()).not.toContain(secret);
      expect(await page.locator('html').evaluate((element) => element.outerHTML)).not.toContain(secret);
      const stores = await page.evaluate(() =>
        JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]),
      );
      expect(stores).not.toContain(secret);
      expect(await page.getByLabel('Your API key').inputValue()).toBe(secret);
      await page.reload();
      expect(await page.getByLabel('Your API key').inputValue()).toBe('');
    }));

  test('the buttons copy the response body and the code in every language', () =>
    visitExplorer(getSite(), {}, async (page) => {
      const { press } = createActions(page);
      const readClipboard = () => page.evaluate(() => navigator.clipboard.readText());
      await press('Copy the response body');
      expect(JSON.parse(await readClipboard())).toMatchObject([{ id: 'program_123', size: 10 }]);
      for (const [language, start] of [
        ['curl', 'curl -i '],
        ['TypeScript', "import { createGiftoinClient } from '@giftoin/client';"],
        ['Python', 'import json'],
        ['Luau', 'local HttpService = '],
      ] as const) {
        await page.getByRole('tab', { name: language }).click();
        await press(`Copy the ${language} code`);
        const text = await readClipboard();
        expect(text).toContain(start);
        expect(text).toContain('123456789012345678');
        expect(text).toBe(await page.getByRole('tabpanel').textContent());
      }
    }));

  test('every error links to the page about it', () =>
    visitExplorer(getSite(), { query: '?key=overdue' }, async (page) => {
      await page.getByRole('link', { name: 'Cause and remedy' }).click();
      await page.waitForURL(`${getSite().origin}${getSite().base}errors/402/`);
      await page.getByRole('heading', { level: 1, name: '402' }).waitFor();
    }));
}
