import { join } from 'node:path';
import { type OpenBrowser, openBrowser } from '@giftoin/browser';
import { inject } from 'vitest';
import { startDocs } from '../../src/server/index.ts';

/** The built site on a server, and a browser. */
export interface Site {
  readonly directory: string;
  readonly origin: string;
  /** The path of the site on the server, with slashes around it. */
  readonly base: string;
  readonly browser: OpenBrowser['browser'];
  close(): Promise<void>;
}

/** Serves the site that was built for the tests under a path, like a public host. */
export async function startSite(): Promise<Site> {
  const root = inject('siteRoot');
  const base = '/some/prefix/';
  const docs = await startDocs({ port: 0, directory: root });
  const { browser, close } = await openBrowser();
  return {
    directory: join(root, base),
    origin: docs.url,
    base,
    browser,
    async close() {
      await close();
      await docs.close();
    },
  };
}
