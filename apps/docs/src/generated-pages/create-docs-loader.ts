import { docsLoader } from '@astrojs/starlight/loaders';
import type { Loader } from 'astro/loaders';
import type { GeneratedPage } from './generated-page.ts';

/**
 * Loads the written pages in `src/content/docs` and generated pages into one collection, so that they look alike and both are in
 * the navigation and the search.
 */
export function createDocsLoader(createPages: () => Promise<readonly GeneratedPage[]>): Loader {
  const written = docsLoader();
  return {
    name: 'giftoin-docs-loader',
    async load(context) {
      await written.load(context);
      const { store, parseData, renderMarkdown, generateDigest, config } = context;
      for (const [order, { id, file = id, title, description, label, markdown }] of (await createPages()).entries()) {
        // No such file exists. Starlight derives the place in the navigation from its path.
        const filePath = `src/content/docs/${file}.md`;
        const sidebar = { order, ...(label !== undefined && { label }) };
        const data = await parseData({ id, data: { title, description, sidebar, editUrl: false } });
        const rendered = await renderMarkdown(markdown, { fileURL: new URL(filePath, config.root) });
        store.set({ id, data, body: markdown, filePath, digest: generateDigest({ data, markdown }), rendered });
      }
    },
  };
}
