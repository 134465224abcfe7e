import { createSchemaValidator, isObject, listOperations, readDocument, sandboxControlFile } from '@giftoin/openapi';
import { endpoints } from '@giftoin/types/sandbox-control';
import { afterAll, expect, test } from 'vitest';
import { sendControlRequest } from './send-control-request.ts';
import { startTestSandbox, user, userProgram } from './start-test-sandbox.ts';

const sandbox = await startTestSandbox();
const { control } = sandbox;
const token = { authorization: `Bearer ${sandbox.token}` };
afterAll(() => sandbox.close());

test('returns what the document describes for every operation', async () => {
  const document = await readDocument(sandboxControlFile);
  const validate = createSchemaValidator(document);
  const steps: readonly [keyof typeof endpoints, object][] = [
    ['createWorkspace', { workspace: 'w' }],
    ['listWorkspaces', {}],
    ['grantCard', { ...userProgram, cardId: 'card_465', quantity: 2 }],
    ['revokeCard', { ...userProgram, cardId: 'card_465' }],
    ['completeCollection', { ...userProgram, missing: 0 }],
    ['claimReward', userProgram],
    ['unclaimReward', userProgram],
    ['getClock', {}],
    ['freezeClock', {}],
    ['setClock', { time: 1_800_000_000_000 }],
    ['advanceClock', { by: -1_000 }],
    ['changeProgram', { programId: 'program_123', showAfter: false }],
    ['followSystemClock', {}],
    ['createKey', { keyName: 'k', rateLimit: { requests: 5, per: 1_000 } }],
    ['changeKey', { keyName: 'k', overdue: true, rateLimit: null }],
    ['injectFault', { keyName: 'k', delay: 1, times: 3 }],
    ['listKeys', {}],
    ['clearInjectedFaults', { keyName: 'k' }],
    ['revokeKey', { keyName: 'k' }],
    ['saveSnapshot', { snapshot: 's' }],
    ['listSnapshots', {}],
    ['restoreSnapshot', { snapshot: 's' }],
    ['deleteSnapshot', { snapshot: 's' }],
    ['exportWorld', {}],
    ['loadWorld', { programs: [] }],
    ['applyScenario', { scenario: 'claimed', ...user }],
    ['resetWorkspace', {}],
    ['readRequestLog', { limit: 5 }],
    ['clearRequestLog', {}],
    ['deleteWorkspace', {}],
  ];
  const documented = listOperations(document);
  for (const [id, input] of steps) {
    const result = await control[id]({ workspace: 'w', ...input } as never);
    const [response] = documented.find(({ operationId }) => operationId === id)?.responses ?? [];
    expect(response?.status, id).toBe(result === undefined ? 204 : 200);
    if (isObject(response?.schema)) expect(validate(response.schema, result), id).toEqual([]);
  }
  expect(steps.map(([id]) => id).sort()).toEqual(Object.keys(endpoints).sort());
});

test('returns 401 without the token', async () => {
  for (const headers of [
    {},
    { authorization: 'Bearer wrong' },
    { authorization: sandbox.token },
    { 'x-gft-api-key': sandbox.apiKeys.default },
  ]) {
    const { status, json } = await sendControlRequest(
      sandbox.controlUrl,
      '/workspaces',
      headers as Record<string, string>,
    );
    expect([status, json.status?.errorMessage]).toEqual([
      401,
      'The token is missing or wrong. Send the header "authorization: Bearer TOKEN".',
    ]);
  }
});

test('responds to HEAD like to GET without a body, and lists the methods for OPTIONS', async () => {
  const path = '/workspaces/default/clock';
  expect(await sendControlRequest(sandbox.controlUrl, path, token, 'HEAD')).toEqual({
    status: 200,
    json: {},
    allow: undefined,
  });
  expect(await sendControlRequest(sandbox.controlUrl, path, token, 'OPTIONS')).toEqual({
    status: 204,
    json: {},
    allow: 'GET, HEAD, OPTIONS',
  });
});

test('returns 421 for another host name, which a page can point to this machine', async () => {
  const { status } = await sendControlRequest(sandbox.controlUrl, '/workspaces', {
    ...token,
    host: 'evil.example:4021',
  });
  expect(status).toBe(421);
  expect(
    (await sendControlRequest(sandbox.controlUrl, '/workspaces', { ...token, host: 'localhost:4021' })).status,
  ).toBe(200);
});
