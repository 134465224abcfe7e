import { renderToString } from 'preact-render-to-string';
import { createExplorer } from './create-explorer.ts';
import { Page } from './page.tsx';
import type { PageData } from './page-data.ts';

/** Renders what the explorer shows first as HTML, so that a reader sees it before the script runs. */
export async function prerenderExplorer(data: PageData): Promise<string> {
  const { store, controller, sendFirst } = createExplorer(data, '', {
    browser: { fetch, isLocalPage: false, queryPermission: async () => 'denied' },
    showQuery: () => {},
  });
  await sendFirst();
  return renderToString(<Page explorer={{ data, state: store.getState(), controller }} />);
}
