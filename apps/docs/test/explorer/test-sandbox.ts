import { createSandboxControl, type Sandbox, startSandbox } from '@giftoin/sandbox';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { situations } from './situations.ts';
import type { Site } from './start-site.ts';
import { createActions, visitExplorer } from './visit-explorer.ts';

/** Tests the page with a real sandbox. */
export function testSandbox(getSite: () => Site): void {
  let sandbox: Sandbox;

  beforeAll(async () => {
    sandbox = await startSandbox({ port: 0, controlPort: 0, controlOrigins: [getSite().origin] });
  });

  afterAll(async () => {
    await sandbox?.close();
  });

  const createControl = ({ controlUrl, token } = sandbox) => createSandboxControl({ url: controlUrl, token });

  beforeEach(() => createControl().resetWorkspace());

  /** Opens the explorer with a sandbox. */
  function visit(
    { url, controlUrl }: Pick<Sandbox, 'url' | 'controlUrl'>,
    steps: (page: Page) => Promise<void>,
    more: Record<string, string> = {},
  ) {
    const query = new URLSearchParams({ source: 'sandbox', url, control: controlUrl, ...more });
    return visitExplorer(getSite(), { query: `?${query}`, origins: [url, controlUrl] }, steps);
  }

  test.each(Object.entries(situations))('%s', (_title, steps) => visit(sandbox, steps));

  test('the page shows values that it does not know', async () => {
    const control = createControl();
    const { programs, users = [] } = await control.exportWorld();
    const [program] = programs;
    if (!program?.reward) throw new Error('The default world has no reward.');
    const cards = program.cards.map((card) => ({ ...card, rarity: 'mythic' }));
    const reward = { ...program.reward, viewType: 'hologram', value: 'H-1' };
    await control.loadWorld({ programs: [{ ...program, cards, reward }], users });
    await visit(sandbox, async (page) => {
      const { press, see } = createActions(page);
      await see('mythic');
      await press('Complete');
      await press('Claim');
      await see('H-1');
      await see('hologram');
    });
  });

  test('the page follows a change from outside with the next request', () =>
    visit(sandbox, async (page) => {
      const { press, see } = createActions(page);
      await see('3 of 10 cards, 30 %');
      const user = { platform: 'discord', platformUserId: '123456789012345678' };
      await createControl().completeCollection({ ...user, programId: 'program_123' });
      await press('Send');
      await see('10 of 10 cards, 100 %');
    }));

  test('a link changes a sandbox only after a confirmation', () =>
    visit(
      sandbox,
      async (page) => {
        const { press, see } = createActions(page);
        await see('3 of 10 cards, 30 %');
        await see(/^This link contains changes of a sandbox/);
        await press('Reset it and apply the changes');
        await see('9 of 10 cards, 90 %');
        expect(new URL(page.url()).searchParams.get('steps')).toBe('complete*program_123*1');
      },
      { steps: 'complete*program_123*1' },
    ));

  test('a sandbox that is not running is named, and the simulator is one click away', async () => {
    const { url, controlUrl, close } = await startSandbox({ port: 0, controlPort: 0 });
    await close();
    await visit({ url, controlUrl }, async (page) => {
      const { press, see } = createActions(page);
      await see(`No server is running at ${url}`);
      await see(`sandbox --control-origin ${getSite().origin}`);
      await press('Reset the sandbox');
      await see(`No server is running at ${controlUrl}`);
      await page.getByRole('button', { name: 'Use the sandbox in this page' }).last().click();
      await see('3 of 10 cards, 30 %');
    });
  });

  test('a control API that refuses the page is named, while the API works', async () => {
    await using other = await startSandbox({ port: 0, controlPort: 0 });
    await visit(other, async (page) => {
      const { press, see } = createActions(page);
      await see('3 of 10 cards, 30 %');
      await press('Grant Aurora Card');
      await see(`The server at ${other.controlUrl} refuses this page (CORS)`);
      await see('The sandbox was not changed');
    });
  });

  test('a wrong token of the control API is named', async () => {
    await using other = await startSandbox({
      port: 0,
      controlPort: 0,
      controlOrigins: [getSite().origin],
      token: 'secret-token',
    });
    await visit(other, async (page) => {
      const { enter, press, see } = createActions(page);
      await press('Complete');
      await see(/^The token is missing or wrong/);
      await enter('Token of the control API', 'secret-token');
      await press('Complete');
      await see('10 of 10 cards, 100 %');
      expect(await page.locator('html').evaluate((element) => element.outerHTML)).not.toContain('secret-token');
    });
  });

  test('the page accepts only addresses of this machine', () =>
    visit(sandbox, async (page) => {
      const { enter, see } = createActions(page);
      await enter('API', 'https://example.com');
      await see(/^"https:\/\/example.com" is not an address of this machine/);
    }));
}
