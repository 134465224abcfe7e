import type { OpenApiDocument } from '@giftoin/openapi';
import type { GeneratedPage } from '../generated-pages/generated-page.ts';
import { createCatalogue } from './create-catalogue.ts';
import { formatEntry } from './format-entry.ts';
import { formatIndex } from './format-index.ts';

/** Creates the pages of the error catalogue. */
export async function listErrorPages(document: OpenApiDocument): Promise<readonly GeneratedPage[]> {
  const catalogue = await createCatalogue(document);
  const index = {
    id: 'errors',
    file: 'errors/index',
    title: 'Error catalogue',
    label: 'All errors',
    description: 'The errors of the API and of the client: their causes, what to do, and how to provoke each.',
    markdown: formatIndex(catalogue),
  };
  const pages = catalogue.map((entry) => {
    const name = entry.documented ? entry.slug : entry.kind;
    const title = `${name}: ${entry.title}`;
    const description = `What the error ${name} means, what to do about it, and how to provoke it.`;
    const label = entry.documented ? title : name;
    const group = entry.documented ? 'Of the API' : 'Of the client';
    const file = `errors/${group}/${entry.slug}`;
    return { id: `errors/${entry.slug}`, file, title, label, description, markdown: formatEntry(entry, catalogue) };
  });
  return [index, ...pages];
}
