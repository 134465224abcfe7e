import { render } from 'preact';
import { createExplorer } from './create-explorer.ts';
import { Page } from './page.tsx';
import type { PageData } from './page-data.ts';
import { parseLoopbackOrigin } from './settings.ts';

/** Renders the explorer into an element, in the situation of the URL. */
export async function startExplorer(element: HTMLElement, data: PageData): Promise<void> {
  const { store, controller, hasFault, sendFirst } = createExplorer(data, location.search, {
    browser: {
      fetch: (input, init) => fetch(input, init),
      isLocalPage: parseLoopbackOrigin(location.origin) !== undefined,
      queryPermission: async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state,
    },
    showQuery: (query) => history.replaceState(history.state, '', location.pathname + query + location.hash),
  });
  const sent = sendFirst();
  // The page already shows a response of the simulator, until there is another one. A sandbox can be slow, or away.
  if (store.getState().settings.source === 'page' && !hasFault) await sent;
  const draw = () => render(<Page explorer={{ data, state: store.getState(), controller }} />, element);
  element.replaceChildren();
  element.inert = false;
  draw();
  store.subscribe(draw);
  setInterval(() => {
    const isWaiting = store.getState().exchange?.failure?.retryAfter !== undefined;
    if (isWaiting) controller.changeView({ now: Date.now() });
  }, 1_000);
}
