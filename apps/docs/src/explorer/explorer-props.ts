import type { Controller } from './controller.ts';
import type { PageData } from './page-data.ts';
import type { State } from './state.ts';

/** What every part of the page can read and use. The whole page is a function of it. */
export interface Explorer {
  readonly data: PageData;
  readonly state: State;
  readonly controller: Controller;
}

export interface ExplorerProps {
  readonly explorer: Explorer;
}
