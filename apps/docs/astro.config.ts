import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { runFromSources } from './build/run-from-sources.ts';
import { shrinkExplorer } from './build/shrink-explorer.ts';
import { readSiteOptions } from './build/site-options.ts';
import { createSidebar } from './src/navigation/sidebar.ts';

const { document, outDir, cacheDir } = readSiteOptions(process.env);

/** The three dots in the title of a terminal. An image would be a document of its own, which costs time in every page. */
const terminalIcon = ['.28rem', '1.05rem', '1.82rem']
  .map((x) => `radial-gradient(circle at ${x}, #000 .26rem, transparent .28rem)`)
  .join();

/** Every address is written from the root. `build/relative-links.ts` makes them relative, so the site works under any path. */
export default defineConfig({
  outDir,
  cacheDir,
  trailingSlash: 'ignore',
  // A browser paints a page earlier if it waits for nothing else.
  build: { format: 'directory', inlineStylesheets: 'always' },
  devToolbar: { enabled: false },
  vite: {
    plugins: [runFromSources(), shrinkExplorer()],
    cacheDir: `${cacheDir}/vite`,
    // `build/bundle-scripts.ts` bundles the scripts, and loads them late.
    build: { assetsInlineLimit: 0 },
  },
  integrations: [
    starlight({
      title: 'Giftoin API',
      description: 'Read the progress of your users in the card collections of a community.',
      sidebar: await createSidebar(document),
      components: { Search: './src/components/Search.astro' },
      expressiveCode: { styleOverrides: { frames: { terminalIcon } } },
      customCss: ['./src/styles/site.css'],
      disable404Route: false,
      social: [{ icon: 'github', label: 'The repository', href: 'https://github.com/giftoin/contract' }],
    }),
  ],
});
