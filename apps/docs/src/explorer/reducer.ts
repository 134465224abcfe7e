import { toPrograms } from './exchange.ts';
import { type Settings, toUser } from './settings.ts';
import type { Action, State } from './state.ts';
import { addStep, isSameUser } from './steps.ts';

/** Returns the state after an action. */
export function reduce(state: State, action: Action): State {
  switch (action.type) {
    case 'settingsChanged':
      return changeSettings(state, { ...state.settings, ...action.settings });
    case 'requestStarted':
      return { ...state, isBusy: true };
    case 'requestEnded': {
      const { exchange } = action;
      const programs = exchange.failure ? state.programs : toPrograms(exchange.value);
      return { ...state, isBusy: false, exchange, programs, view: { ...state.view, now: exchange.time } };
    }
    case 'sandboxChanged':
      return { ...state, steps: addStep(state.steps, action.step), fault: '', controlFailure: undefined };
    case 'sandboxReset':
      return { ...state, steps: [], offeredSteps: [], fault: '', controlFailure: undefined };
    case 'faultInjected':
      return { ...state, fault: action.fault, controlFailure: undefined };
    case 'controlFailed':
      return { ...state, controlFailure: action.failure };
    case 'clockRead':
      return { ...state, clock: action.clock };
    case 'offerClosed':
      return { ...state, offeredSteps: [] };
    case 'viewChanged':
      return { ...state, view: { ...state.view, ...action.view } };
  }
}

function changeSettings(state: State, settings: Settings): State {
  const before = state.settings;
  const isSameSource =
    before.source === settings.source && before.url === settings.url && before.controlUrl === settings.controlUrl;
  const changed = { ...state, settings, fault: '', controlFailure: undefined };
  // What is shown must belong to the user and to the sandbox that a change would be sent to.
  if (!isSameSource) return { ...changed, programs: undefined, exchange: undefined, clock: undefined, steps: [] };
  if (!isSameUser(toUser(before), toUser(settings))) return { ...changed, programs: undefined };
  return changed;
}
