import { i18nLoader } from '@astrojs/starlight/loaders';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro/content/config';
import { readSiteOptions } from '../build/site-options.ts';
import { createDocsLoader } from './generated-pages/create-docs-loader.ts';
import { listGeneratedPages } from './generated-pages/list-generated-pages.ts';

const { document } = readSiteOptions(process.env);

export const collections = {
  docs: defineCollection({ loader: createDocsLoader(() => listGeneratedPages(document)), schema: docsSchema() }),
  i18n: defineCollection({ loader: i18nLoader(), schema: i18nSchema() }),
};
