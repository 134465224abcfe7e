import { createSandboxControl, type Simulator } from '@giftoin/simulator';
import type { Control } from './control.ts';
import { type Browser, findCause } from './find-cause.ts';
import type { PageData } from './page-data.ts';
import { runStep } from './run-step.ts';
import { resolveApiKey, type Secrets } from './secrets.ts';
import { sendRequest } from './send-request.ts';
import type { Settings } from './settings.ts';
import type { Action, State } from './state.ts';
import type { Step } from './steps.ts';
import type { Store } from './store.ts';
import { toControlFailure } from './to-control-failure.ts';
import { toFault } from './to-fault.ts';
import { formatSituation } from './url-state.ts';
import type { View } from './view.ts';

/** Everything that the page can do. Changes run one after the other, each followed by a request. */
export interface Controller {
  changeSettings(settings: Partial<Settings>): void;
  setSecret(name: keyof Secrets, value: string): void;
  send(): Promise<void>;
  change(step: Step): Promise<void>;
  reset(): Promise<void>;
  /** Lets the next request fail, and sends it. */
  fail(fault: string): Promise<void>;
  /** Resets the sandbox, applies the steps of a link, and sends a request with its fault. */
  restore(steps: readonly Step[], fault: string): Promise<void>;
  closeOffer(): void;
  changeView(view: Partial<View>): void;
  /** The API key of a name. Undefined if it is secret. */
  getPublicApiKey(keyName: string): string | undefined;
}

export interface ControllerOptions {
  readonly data: PageData;
  readonly store: Store<State, Action>;
  readonly createSimulator: () => Simulator;
  readonly browser: Browser;
  /** Shows the query in the address of the page. */
  readonly showQuery: (query: string) => void;
}

export function createController({ data, store, createSimulator, browser, showQuery }: ControllerOptions): Controller {
  const { dispatch, getState } = store;
  let simulator = createSimulator();
  let secrets: Secrets = { apiKey: '', token: 'sandbox-control' };
  let sending = new AbortController();
  let changes: Promise<void> = Promise.resolve();
  /** How many changes have not started yet. */
  let waiting = 0;

  return {
    changeSettings(settings) {
      const before = getState().settings;
      // The steps of the URL start from a new simulator.
      if (settings.source === 'page' && before.source !== 'page') simulator = createSimulator();
      dispatch({ type: 'settingsChanged', settings });
    },
    setSecret(name, value) {
      secrets = { ...secrets, [name]: value };
    },
    send: () => enqueue(async () => dispatch({ type: 'faultInjected', fault: '' })),
    change: (step) => enqueue((control) => applyStep(control, step)),
    reset: () =>
      enqueue(async (control) => {
        await control.resetWorkspace();
        dispatch({ type: 'sandboxReset' });
      }),
    fail: (fault) => enqueue((control) => inject(control, fault)),
    restore: (steps, fault) =>
      enqueue(async (control) => {
        await control.resetWorkspace();
        dispatch({ type: 'sandboxReset' });
        for (const step of steps) await applyStep(control, step);
        if (fault) await inject(control, fault);
      }),
    closeOffer: () => dispatch({ type: 'offerClosed' }),
    changeView: (view) => dispatch({ type: 'viewChanged', view }),
    getPublicApiKey: (keyName) => (keyName === 'custom' ? undefined : getApiKey(keyName) || undefined),
  };

  function getApiKey(keyName: string): string {
    return resolveApiKey(keyName, simulator.apiKeys, secrets);
  }

  /** Runs a change after those before it, then sends a request, so that the page shows its effect. */
  function enqueue(change: (control: Control) => Promise<void>): Promise<void> {
    // A request in progress would show the situation before the change.
    sending.abort();
    waiting += 1;
    const server = readServer();
    changes = changes.then(async () => {
      waiting -= 1;
      try {
        // A change must not reach a server that the user has chosen since.
        if (server === readServer()) await change(createControl());
      } catch (error) {
        const { controlUrl } = getState().settings;
        dispatch({ type: 'controlFailed', failure: await toControlFailure(error, controlUrl, browser) });
      }
      if (waiting === 0) await request();
    });
    return changes;
  }

  async function applyStep(control: Control, step: Step): Promise<void> {
    const server = readServer();
    await runStep(control, step);
    if (server === readServer()) dispatch({ type: 'sandboxChanged', step });
  }

  function readServer(): string {
    const { source, controlUrl } = getState().settings;
    return source + controlUrl;
  }

  async function inject(control: Control, fault: string): Promise<void> {
    await control.injectFault({ keyName: getState().settings.keyName, ...toFault(fault) });
    dispatch({ type: 'faultInjected', fault });
  }

  function createControl(): Control {
    const { source, controlUrl } = getState().settings;
    return source === 'page' ? simulator.control : createSandboxControl({ url: controlUrl, token: secrets.token });
  }

  async function request(): Promise<void> {
    sending = new AbortController();
    const { signal } = sending;
    const { settings } = getState();
    dispatch({ type: 'requestStarted' });
    showQuery(formatSituation(getState(), data));
    const isPage = settings.source === 'page';
    const target = {
      fetch: isPage ? simulator.fetch : browser.fetch,
      origin: settings.url,
      apiKey: getApiKey(settings.keyName),
      findCause: (url: string) => findCause(url, browser),
    };
    const exchange = await sendRequest(settings, target, signal).catch((error) => {
      if (!signal.aborted) throw error;
    });
    if (!exchange) return;
    dispatch({ type: 'requestEnded', exchange });
    await readClock();
  }

  /** The clock is an addition to the page. If it cannot be read, the failed request or change says why. */
  async function readClock(): Promise<void> {
    const clock = await createControl()
      .getClock()
      .catch(() => undefined);
    dispatch({ type: 'clockRead', clock });
  }
}
