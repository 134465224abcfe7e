import { expect, test } from 'vitest';
import { createExplorer } from '../../src/explorer/create-explorer.ts';
import { data, user } from './page-data.ts';

test('a change does not reach a server that the user has chosen since', async () => {
  const sent: string[] = [];
  const fetch = async (input: RequestInfo | URL) => {
    sent.push(String(input));
    return new Response(null, { status: 204 });
  };
  const { store, controller } = createExplorer(data, '?source=sandbox', {
    browser: { fetch: fetch as typeof globalThis.fetch, isLocalPage: true, queryPermission: async () => 'granted' },
    showQuery: () => {},
  });
  const step = { kind: 'complete', programId: 'program_123', missing: 0 } as const;
  const changes = [controller.change({ ...step, ...user }), controller.change({ ...step, ...user })];
  controller.changeSettings({ source: 'page' });
  await Promise.all(changes);
  expect({ sent, steps: store.getState().steps }).toEqual({ sent: [], steps: [] });
});
