import type { Page } from 'playwright-core';
import { createActions } from './visit-explorer.ts';

/** What the explorer must do with every sandbox, whether it is in the page or a server. */
export const situations: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  async 'grants the last card, claims the reward, and moves the clock past the end'(page) {
    const { press, see, seeStatus } = createActions(page);
    await press('Reset the sandbox');
    await see('3 of 10 cards, 30 %');
    await see('in progress');
    await press('All but one card');
    await see('9 of 10 cards, 90 %');
    await see('Cannot be claimed yet');
    await press('Grant Aurora Card');
    await see('10 of 10 cards, 100 %');
    await see('Ready to claim');
    await see('completed');
    await press('Claim');
    await see(/^Claimed on /);
    await press('Undo the claim');
    await see('Ready to claim');
    await press('Revoke Aurora Card');
    await see('9 of 10 cards, 90 %');
    await press('Past the end');
    await see(/^Ended on /);
    await seeStatus('200');
    await press('System time');
    await see('9 of 10 cards, 90 %');
  },

  async 'shows the error of every API key'(page) {
    const { choose, see, seeStatus } = createActions(page);
    for (const [key, status, text] of [
      ['overdue', '402', '402 Payment required'],
      ['denied', '403', '403 Forbidden'],
      ['failing', '500', '500 Internal server'],
      ['unknown', '401', 'Error code 1001.'],
      ['none', '401', 'Error code 1002.'],
    ] as const) {
      await choose('API key', key);
      await seeStatus(status);
      await see(text);
    }
    await choose('API key', 'default');
    await seeStatus('200');
  },

  async 'shows the time to wait after 429'(page) {
    const { choose, press, see, seeStatus } = createActions(page);
    await choose('API key', 'limited');
    await press('Send');
    await seeStatus('429');
    await see('429 Too many requests');
    await see(/^Wait \d+ s, then send again\.$|^Wait 1 min, then send again\.$/);
  },

  async 'lets the next request fail, and only that'(page) {
    const { choose, press, see, seeStatus } = createActions(page);
    for (const [fault, status] of [
      ['500', '500'],
      ['429', '429'],
      ['404', '404'],
    ] as const) {
      await choose('Fail the next request', fault);
      await press('Fail and send');
      await seeStatus(status);
      await see('From the last successful response:');
      await press('Send');
      await seeStatus('200');
    }
  },

  async 'names a connection that was cut'(page) {
    const { choose, press, see, seeStatus } = createActions(page);
    await choose('Fail the next request', 'cut');
    await press('Fail and send');
    await see('The connection was cut');
    // The headers were received. The browser discards the body if it notices the end of the connection first.
    await seeStatus('200');
  },

  async 'calls the other operation, and shows its errors'(page) {
    const { choose, enter, see, seeStatus } = createActions(page);
    await choose('Operation', 'getCollectionChallengeProgress');
    await see('Winter Challenge');
    await enter('programId', 'program_0');
    await seeStatus('404');
    await see('404 Not found');
    await enter('programId', 'not valid');
    await see('The client sent no request');
    await enter('programId', 'program_123');
    await seeStatus('200');
  },

  async 'applies a scenario to the chosen user'(page) {
    const { choose, enter, press, see } = createActions(page);
    await enter('platform', 'roblox');
    await enter('platformUserId', '42');
    await see('0 of 10 cards, 0 %');
    await choose('Scenario', 'claimed');
    await press('Apply');
    await see(/^Claimed on /);
    await choose('Scenario', 'big-user');
    await press('Apply');
    await page.locator('.collection').nth(99).waitFor();
    await choose('Scenario', 'no-reward');
    await press('Apply');
    await see('This collection has no reward.');
    await choose('Scenario', 'no-end');
    await press('Apply');
    await see(/without an end$/);
  },

  async 'shows why a change was refused'(page) {
    const { press, see } = createActions(page);
    await press('Reset the sandbox');
    await press('Claim');
    await see('The sandbox was not changed');
  },
};
