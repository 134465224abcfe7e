import { createSimulator } from '@giftoin/simulator';
import { type Controller, createController } from './controller.ts';
import type { Browser } from './find-cause.ts';
import type { PageData } from './page-data.ts';
import { reduce } from './reducer.ts';
import type { Action, State } from './state.ts';
import { createStore, type Store } from './store.ts';
import { parseSituation } from './url-state.ts';
import { createInitialView } from './view.ts';

/** An explorer that is not drawn. */
export interface CreatedExplorer {
  readonly store: Store<State, Action>;
  readonly controller: Controller;
  /** Whether a delay or a cut connection is part of the situation of the URL. */
  readonly hasFault: boolean;
  /** Sends the first request, in the situation of the URL. */
  sendFirst(): Promise<void>;
}

/** Creates an explorer in the situation of a query. */
export function createExplorer(
  data: PageData,
  search: string,
  environment: { readonly browser: Browser; readonly showQuery: (query: string) => void },
): CreatedExplorer {
  const { settings, steps, fault } = parseSituation(search, data);
  const isPage = settings.source === 'page';
  const store = createStore<State, Action>(reduce, {
    settings,
    steps: [],
    // A link must not change a sandbox of the user. The page offers to do so.
    offeredSteps: isPage ? [] : steps,
    fault: '',
    isBusy: false,
    view: createInitialView(data),
  });
  const controller = createController({ data, store, createSimulator: () => createSimulator(), ...environment });
  return {
    store,
    controller,
    hasFault: fault !== '',
    sendFirst: () => (isPage ? controller.restore(steps, fault) : controller.send()),
  };
}
