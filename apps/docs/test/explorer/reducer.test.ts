import { responseExamples } from '@giftoin/types/examples';
import { expect, test } from 'vitest';
import type { Exchange } from '../../src/explorer/exchange.ts';
import { reduce } from '../../src/explorer/reducer.ts';
import { createDefaultSettings } from '../../src/explorer/settings.ts';
import type { State } from '../../src/explorer/state.ts';
import { createInitialView } from '../../src/explorer/view.ts';
import { data, user } from './page-data.ts';

const initial: State = {
  settings: createDefaultSettings(data),
  steps: [],
  offeredSteps: [],
  fault: '',
  isBusy: false,
  view: { ...createInitialView(data), now: 1 },
};
const request = { method: 'GET', url: 'http://127.0.0.1:4020/', apiKeyHeader: 'gft-api-key', duration: 1, time: 1 };
const [program] = Object.values(responseExamples.listCollectionChallengeProgress)[0] as readonly unknown[];
const success: Exchange = { ...request, value: [program] };
const failure = { kind: 'paymentRequired', message: 'Overdue.', status: 402, origin: 'http://127.0.0.1:4020' };
const failed: Exchange = { ...request, failure };
const after = (state: State, ...actions: Parameters<typeof reduce>[1][]) => actions.reduce(reduce, state);
const shown = after(initial, { type: 'requestStarted' }, { type: 'requestEnded', exchange: success });

test('a success shows its programs', () => {
  expect(after(initial, { type: 'requestStarted' }).isBusy).toBe(true);
  expect(shown).toEqual({ ...initial, exchange: success, programs: [program] });
});

test('one program is shown like a list of one', () => {
  const state = after(initial, { type: 'requestEnded', exchange: { ...request, value: program } });
  expect(state.programs).toEqual([program]);
});

test('a value that contains no programs shows none', () => {
  const state = after(shown, { type: 'requestEnded', exchange: { ...request, value: { orders: [] } } });
  expect(state.programs).toBeUndefined();
});

test('the programs stay visible after a failure of the same user', () => {
  expect(after(shown, { type: 'requestEnded', exchange: failed })).toEqual({ ...shown, exchange: failed });
});

test('the programs of another user are not shown', () => {
  const parameters = { ...shown.settings.parameters, platformUserId: '42' };
  const state = after(shown, { type: 'settingsChanged', settings: { parameters } });
  expect(state.programs).toBeUndefined();
  expect(state.exchange).toEqual(success);
});

test('nothing of another sandbox is shown', () => {
  const moved = after(shown, { type: 'sandboxChanged', step: { kind: 'clock', by: 5 } });
  const state = after(moved, { type: 'settingsChanged', settings: { source: 'sandbox' } });
  expect(state).toMatchObject({ programs: undefined, exchange: undefined, clock: undefined, steps: [] });
});

test('another API key keeps the programs and the steps', () => {
  const state = after(shown, { type: 'settingsChanged', settings: { keyName: 'overdue' } });
  expect(state).toEqual({ ...shown, settings: { ...shown.settings, keyName: 'overdue' } });
});

test('a change of the sandbox is a step, and ends an injected fault and an earlier failure', () => {
  const claim = { kind: 'claim', programId: 'program_123', ...user } as const;
  const state = after(
    initial,
    { type: 'faultInjected', fault: '500' },
    { type: 'controlFailed', failure },
    { type: 'sandboxChanged', step: claim },
  );
  expect(state).toMatchObject({ steps: [claim], fault: '', controlFailure: undefined });
});

test('a reset removes all steps', () => {
  const step = { kind: 'clock', by: 5 } as const;
  const state = after({ ...initial, offeredSteps: [step] }, { type: 'sandboxChanged', step }, { type: 'sandboxReset' });
  expect(state).toMatchObject({ steps: [], offeredSteps: [] });
});
