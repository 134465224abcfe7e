import { createSimulator } from '@giftoin/simulator';
import { render } from 'preact';
import { createController } from './controller.ts';
import { Page } from './page.tsx';
import type { PageData } from './page-data.ts';
import { reduce } from './reducer.ts';
import { parseLoopbackOrigin } from './settings.ts';
import type { Action, State } from './state.ts';
import { createStore } from './store.ts';
import { parseSituation } from './url-state.ts';
import { createInitialView } from './view.ts';

/** Renders the explorer into an element, in the situation of the URL. */
export function startExplorer(element: HTMLElement, data: PageData): void {
  const { settings, steps, fault } = parseSituation(location.search, data);
  const isPage = settings.source === 'page';
  // A link must not change a sandbox of the user. The page offers to do so.
  const offeredSteps = isPage ? [] : steps;
  const view = createInitialView(data);
  const store = createStore<State, Action>(reduce, {
    settings,
    steps: [],
    offeredSteps,
    fault: '',
    isBusy: false,
    view,
  });
  const controller = createController({
    data,
    store,
    createSimulator: () => createSimulator(),
    browser: {
      fetch: (input, init) => fetch(input, init),
      isLocalPage: parseLoopbackOrigin(location.origin) !== undefined,
      queryPermission: async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state,
    },
    showQuery: (query) => history.replaceState(history.state, '', location.pathname + query + location.hash),
  });
  const draw = () => render(<Page explorer={{ data, state: store.getState(), controller }} />, element);
  element.replaceChildren();
  draw();
  store.subscribe(draw);
  setInterval(() => {
    const isWaiting = store.getState().exchange?.failure?.retryAfter !== undefined;
    if (isWaiting) controller.changeView({ now: Date.now() });
  }, 1_000);
  if (isPage) controller.restore(steps, fault);
  else controller.send();
}
