import type { FailureCause } from './exchange.ts';

/** What the diagnosis needs of the browser. */
export interface Browser {
  readonly fetch: typeof fetch;
  /** Whether the page is on this machine too. Then it needs no permission. */
  readonly isLocalPage: boolean;
  /** The state of a permission. Rejects if the browser does not know it. */
  queryPermission(name: string): Promise<PermissionState>;
}

/** The permission to send requests to this machine. Its name differs between versions of Chromium. */
const permissions = ['loopback-network', 'local-network-access'];

/**
 * Finds out why a request to this machine failed. `fetch` gives the same error for all causes, so that pages cannot scan
 * networks.
 */
export async function findCause(url: string, browser: Browser): Promise<FailureCause> {
  for (const name of browser.isLocalPage ? [] : permissions) {
    const state = await browser.queryPermission(name).catch(() => 'granted');
    // Until the user decides, it is `prompt`, and the browser sends nothing.
    if (state !== 'granted') return 'localNetworkRefused';
  }
  // Without CORS, a page can send a request but not read its response. So this fails only if there is no server.
  const probe = browser.fetch(url, { mode: 'no-cors', cache: 'no-store' });
  return probe.then(
    () => 'originRefused',
    () => 'notRunning',
  );
}
