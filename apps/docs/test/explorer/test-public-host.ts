import { type Sandbox, startSandbox } from '@giftoin/sandbox';
import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, test } from 'vitest';
import type { Site } from './start-site.ts';
import { createActions, type ExplorerOptions, visitExplorer } from './visit-explorer.ts';

const origin = 'https://docs.example.com';
const clipboard = ['clipboard-read', 'clipboard-write'];

/** Tests the page on a host that is not this machine: Chromium then protects this machine from it. */
export function testPublicHost(getSite: () => Site): void {
  let sandbox: Sandbox;

  beforeAll(async () => {
    sandbox = await startSandbox({ port: 0, controlPort: 0, controlOrigins: [origin] });
  });

  afterAll(() => sandbox?.close());

  /** Makes the browser get the pages of the public host from the test. */
  async function servePages(context: BrowserContext): Promise<void> {
    await context.route(`${origin}/**`, async (route) => {
      const { pathname } = new URL(route.request().url());
      const response = await fetch(getSite().origin + pathname);
      const body = Buffer.from(await response.arrayBuffer());
      await route.fulfill({ status: response.status, headers: Object.fromEntries(response.headers), body });
    });
  }

  function visit(permissions: readonly string[], options: ExplorerOptions, steps: Parameters<typeof visitExplorer>[2]) {
    const prepare = async (context: BrowserContext) => {
      await servePages(context);
      await context.grantPermissions([...permissions, ...clipboard], { origin });
    };
    return visitExplorer({ ...getSite(), origin }, { ...options, prepare }, steps);
  }

  function visitWithSandbox(permissions: readonly string[], steps: Parameters<typeof visitExplorer>[2]) {
    const { url, controlUrl } = sandbox;
    const query = `?${new URLSearchParams({ source: 'sandbox', url, control: controlUrl })}`;
    return visit(permissions, { query, origins: [url, controlUrl] }, steps);
  }

  test('the simulator needs no permission', () =>
    visit([], {}, async (page) => {
      const { press, see } = createActions(page);
      await press('Complete');
      await see('Ready to claim');
    }));

  test('a browser that refuses requests to this machine is named, and the simulator is one click away', () =>
    visitWithSandbox([], async (page) => {
      const { press, see } = createActions(page);
      await see('The browser refuses requests to this machine');
      await press('Use the sandbox in this page');
      await see('3 of 10 cards, 30 %');
    }));

  test('with the permission, the page drives a sandbox on this machine', () =>
    visitWithSandbox(['local-network-access'], async (page) => {
      const { press, see } = createActions(page);
      await press('Complete');
      await see('Ready to claim');
    }));
}
