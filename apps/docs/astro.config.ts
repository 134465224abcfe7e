import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { runFromSources } from './build/run-from-sources.ts';
import { shrinkExplorer } from './build/shrink-explorer.ts';
import { readSiteOptions } from './build/site-options.ts';
import { createSidebar } from './src/navigation/sidebar.ts';

const { document, outDir, cacheDir } = readSiteOptions(process.env);

/** Every address is written from the root. `build/relative-links.ts` makes them relative, so the site works under any path. */
export default defineConfig({
  outDir,
  cacheDir,
  trailingSlash: 'ignore',
  build: { format: 'directory', inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  vite: { plugins: [runFromSources(), shrinkExplorer()], cacheDir: `${cacheDir}/vite` },
  integrations: [
    starlight({
      title: 'Giftoin API',
      description: 'Read the progress of your users in the card collections of a community.',
      sidebar: await createSidebar(document),
      components: { Search: './src/components/Search.astro' },
      customCss: ['./src/styles/site.css'],
      disable404Route: false,
      social: [{ icon: 'github', label: 'The repository', href: 'https://github.com/giftoin/contract' }],
    }),
  ],
});
