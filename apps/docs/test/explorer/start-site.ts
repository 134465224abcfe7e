import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OpenBrowser, openBrowser } from '@giftoin/browser';
import { buildSite } from '../../build/build-site.ts';
import { startDocs } from '../../src/server/index.ts';

/** The built site on a server, and a browser. */
export interface Site {
  readonly directory: string;
  readonly origin: string;
  /** The address of the explorer. */
  readonly explorer: string;
  readonly browser: OpenBrowser['browser'];
  close(): Promise<void>;
}

/** Builds the site and serves it under a path, like a public host. */
export async function startSite(): Promise<Site> {
  const root = await mkdtemp(join(tmpdir(), 'docs-explorer-'));
  const directory = join(root, 'contract');
  if (process.env.EXPLORER_DIST)
    await (await import('node:fs/promises')).cp(process.env.EXPLORER_DIST, directory, { recursive: true });
  else await buildSite({ directory });
  const docs = await startDocs({ port: 0, directory: root });
  const { browser, close } = await openBrowser();
  return {
    directory,
    origin: docs.url,
    explorer: `${docs.url}/contract/explorer/`,
    browser,
    async close() {
      await close();
      await docs.close();
      await rm(root, { recursive: true, force: true });
    },
  };
}
