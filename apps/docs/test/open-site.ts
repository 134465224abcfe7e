import { glob } from 'node:fs/promises';
import { join } from 'node:path';
import { type OpenBrowser, openBrowser } from '@giftoin/browser';
import { inject } from 'vitest';
import { startDocs } from '../src/server/index.ts';

const prefix = '/some/prefix';

/** The site, served, and a browser. */
export interface OpenSite {
  readonly browser: OpenBrowser['browser'];
  /** The directory of the site. */
  readonly directory: string;
  /** The origin of a server that serves the site at its root. */
  readonly atRoot: string;
  /** The address of the site on a server that serves it under a path, without a slash at its end. */
  readonly underPrefix: string;
  close(): Promise<void>;
}

/** Serves the site that was built for the tests, and opens a browser. */
export async function openSite(): Promise<OpenSite> {
  const root = inject('siteRoot');
  const directory = join(root, prefix);
  const atRoot = await startDocs({ port: 0, directory });
  const underPrefix = await startDocs({ port: 0, directory: root });
  const { browser, close } = await openBrowser();
  return {
    browser,
    directory,
    atRoot: atRoot.url,
    underPrefix: underPrefix.url + prefix,
    close: async () => void (await Promise.all([close(), atRoot.close(), underPrefix.close()])),
  };
}

/** Lists the addresses of the pages of the site, for example `/guides/roblox/`. */
export async function listPages(): Promise<string[]> {
  const files = await Array.fromAsync(glob('**/index.html', { cwd: join(inject('siteRoot'), prefix) }));
  return files.map((file) => `/${file.replaceAll('\\', '/').replace(/index\.html$/, '')}`).sort();
}
