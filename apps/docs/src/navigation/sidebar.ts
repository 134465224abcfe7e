import type { StarlightUserConfig } from '@astrojs/starlight/types';
import { listOperations, readDocument } from '@giftoin/openapi';

type Sidebar = NonNullable<StarlightUserConfig['sidebar']>;

/** Creates the navigation of the site. The operations come from the document, the guides from their folder. */
export async function createSidebar(file: string): Promise<Sidebar> {
  const operations = listOperations(await readDocument(file));
  return [
    { label: 'Start', items: ['integrate', 'provide', 'contribute'] },
    { label: 'Guides', items: [{ autogenerate: { directory: 'guides' } }] },
    {
      label: 'Operations',
      items: operations.map(({ operationId }) => ({ label: operationId, link: `/operations/${operationId}/` })),
    },
    { label: 'Errors', collapsed: true, items: [{ autogenerate: { directory: 'errors' } }] },
    'changelog',
  ];
}
