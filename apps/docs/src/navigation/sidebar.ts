import type { StarlightUserConfig } from '@astrojs/starlight/types';
import { listOperations, listWebhooks, readDocument } from '@giftoin/openapi';
import { createOperationAddress } from '../operations/addresses.ts';

type Sidebar = NonNullable<StarlightUserConfig['sidebar']>;

/**
 * Creates the navigation of the site. The operations come from the document, the guides from their folder.
 * Only the group of the shown page is open.
 */
export async function createSidebar(file: string): Promise<Sidebar> {
  const document = await readDocument(file);
  const operations = listOperations(document).map(({ operationId }) => {
    return { label: operationId, link: createOperationAddress(operationId) };
  });
  const webhooks = listWebhooks(document).length > 0 ? [{ label: 'Webhooks', link: '/webhooks/' }] : [];
  return [
    { label: 'Explorer', link: '/explorer/' },
    { label: 'Start', collapsed: true, items: ['integrate', 'provide', 'contribute'] },
    { label: 'Guides', collapsed: true, items: [{ autogenerate: { directory: 'guides' } }] },
    {
      label: 'Operations',
      collapsed: true,
      items: [{ label: 'All operations', link: '/operations/' }, ...operations, ...webhooks],
    },
    { label: 'Errors', collapsed: true, items: [{ autogenerate: { directory: 'errors', collapsed: true } }] },
    'changelog',
    {
      label: 'References',
      collapsed: true,
      items: [
        { label: 'Reference by Redoc', link: '/redoc/' },
        { label: 'Control API of the sandbox', link: '/redoc/sandbox/' },
        { label: 'openapi.yaml', link: '/openapi.yaml' },
        { label: 'openapi.json', link: '/openapi.json' },
      ],
    },
  ];
}
