import { request } from 'node:http';
import { createSchemaValidator, isObject, listOperations, readDocument, sandboxControlFile } from '@giftoin/openapi';
import * as sandboxPackage from '@giftoin/sandbox';
import { createSandboxControl, startSandbox } from '@giftoin/sandbox';
import type { endpoints } from '@giftoin/types/sandbox-control';
import { afterAll, expect, test } from 'vitest';
import { operations } from '../src/control/operations.ts';
import { ownSandbox, person, winter } from './sandbox.ts';

const sandbox = await ownSandbox();
const { control } = sandbox;
afterAll(() => sandbox.close());

const send = (path: string, headers: Record<string, string>, method = 'GET', body = '') =>
  new Promise<{ status: number; json: { status?: { errorMessage: string } }; allow: string | undefined }>((done) => {
    const { hostname, port } = new URL(sandbox.controlUrl);
    const sent = request({ hostname, port, path, method, headers, agent: false }, async (response) => {
      let text = '';
      for await (const chunk of response) text += chunk;
      done({ status: response.statusCode ?? 0, json: text ? JSON.parse(text) : {}, allow: response.headers.allow });
    });
    sent.end(body);
  });
const token = { authorization: `Bearer ${sandbox.token}` };

test('the package exports these names', () => {
  expect(Object.keys(sandboxPackage).sort()).toEqual([
    'SandboxControlError',
    'createSandboxControl',
    'defaultToken',
    'startSandbox',
  ]);
});

test('every operation answers what its document says', async () => {
  const document = await readDocument(sandboxControlFile);
  const check = createSchemaValidator(document);
  const steps: readonly [keyof typeof endpoints, object][] = [
    ['createWorkspace', { workspace: 'w' }],
    ['listWorkspaces', {}],
    ['grantCard', { ...winter, cardId: 'card_465', quantity: 2 }],
    ['revokeCard', { ...winter, cardId: 'card_465' }],
    ['completeCollection', { ...winter, missing: 0 }],
    ['claimReward', winter],
    ['unclaimReward', winter],
    ['getClock', {}],
    ['freezeClock', {}],
    ['setClock', { time: 1_800_000_000_000 }],
    ['advanceClock', { by: -1_000 }],
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
    ['applyScenario', { scenario: 'claimed', ...person }],
    ['resetWorkspace', {}],
    ['readRequestLog', { limit: 5 }],
    ['clearRequestLog', {}],
    ['deleteWorkspace', {}],
  ];
  const documented = listOperations(document);
  for (const [id, input] of steps) {
    const answer = await control[id]({ workspace: 'w', ...input } as never);
    const [response] = documented.find(({ operationId }) => operationId === id)?.responses ?? [];
    expect(response?.status, id).toBe(answer === undefined ? 204 : 200);
    if (isObject(response?.schema)) expect(check(response.schema, answer), id).toEqual([]);
  }
  expect(steps.map(([id]) => id).sort()).toEqual(Object.keys(operations).sort());
});

test('without its token nothing is told', async () => {
  for (const headers of [
    {},
    { authorization: 'Bearer wrong' },
    { authorization: sandbox.token },
    { 'x-gft-api-key': sandbox.apiKeys.default },
  ]) {
    const { status, json } = await send('/workspaces', headers as Record<string, string>);
    expect([status, json.status?.errorMessage]).toEqual([
      401,
      'The token is missing or wrong. Send the header "authorization: Bearer TOKEN".',
    ]);
  }
});

test('HEAD is GET without a body, and OPTIONS tells the methods', async () => {
  const path = '/workspaces/default/clock';
  expect(await send(path, token, 'HEAD')).toEqual({ status: 200, json: {}, allow: undefined });
  expect(await send(path, token, 'OPTIONS')).toEqual({ status: 204, json: {}, allow: 'GET, HEAD, OPTIONS' });
});

test('a page that leads its own name to this machine gets nothing', async () => {
  const { status } = await send('/workspaces', { ...token, host: 'evil.example:4021' });
  expect(status).toBe(403);
  expect((await send('/workspaces', { ...token, host: 'localhost:4021' })).status).toBe(200);
});

test.each([
  ['GET', '/nowhere', '', 404, 'There is no such path.'],
  ['PUT', '/workspaces', '', 405, 'This path allows GET, POST, HEAD, OPTIONS.'],
  ['POST', '/workspaces', '{', 400, /^The body is not valid JSON: .+\.$/],
  ['POST', '/workspaces', '{"name":"x"}', 400, 'The body is invalid: the body must not have the property "name".'],
  [
    'POST',
    '/workspaces/default/keys',
    '{"keyName":".."}',
    400,
    'The body is invalid: keyName must match pattern "^[A-Za-z0-9_-][A-Za-z0-9_.-]{0,63}$".',
  ],
  ['DELETE', '/workspaces/No', '', 400, 'The parameter workspace does not match ^[a-z0-9-]{1,40}$.'],
  ['DELETE', '/workspaces/none', '', 404, 'There is no workspace none.'],
  ['GET', '/workspaces/default/request-log?limit=all', '', 400, 'The parameter limit must be integer.'],
  ['GET', '/workspaces/default/request-log?limit=0', '', 400, 'The parameter limit must be >= 1.'],
  ['POST', '/workspaces', '{"workspace":"default"}', 409, 'The workspace default already exists. Choose another name.'],
  [
    'PUT',
    '/workspaces/default/world',
    '{"programs":[{}]}',
    400,
    /^The body is invalid: programs\[0\] must have required property 'id'; .+and 3 more\.$/,
  ],
  [
    'POST',
    '/workspaces/default/keys/default/injected-faults',
    '{"times":2}',
    400,
    'The injected fault has no effect. Set status, delay or cut.',
  ],
  [
    'POST',
    '/workspaces/default/clock/advance',
    '{"by":8640000000000000}',
    400,
    /^The clock would be at \d+\. The maximum is 8640000000000000 milliseconds\.$/,
  ],
])('%s %s %s is %i and says why', async (method, path, body, status, message) => {
  const answer = await send(path, token, method, body);
  expect(answer.status).toBe(status);
  expect(answer.json.status?.errorMessage).toMatch(message);
});

test('a world that does not fit together is refused with every place, and nothing changes', async () => {
  const before = await control.exportWorld();
  const [program] = before.programs;
  if (!program) throw new Error('The default world has a program.');
  const misfit = {
    programs: [
      program,
      { ...program, duration: { start: { date: 2, showBefore: true }, end: { date: 1, showAfter: true } } },
    ],
    users: [{ ...person, cards: { program_123: { card_1: 1 }, other: {} }, claims: { other: 1 } }, { ...person }],
  };
  await expect(control.loadWorld(misfit)).rejects.toThrow(
    'The world is invalid: programs[1].duration.start.date (2) is after duration.end.date (1). ' +
      'programs[1] has the same id as programs[0], "program_123". ' +
      'users[1] is the same user as users[0], discord/123456789012345678. ' +
      'users[0].cards.program_123 has the card "card_1", which the program does not have. ' +
      'users[0].cards has the program "other", which does not exist. ' +
      'users[0].claims has the program "other", which does not exist.',
  );
  expect(await control.exportWorld()).toEqual(before);
});

test('other machines may not control it with the token that everybody knows', async () => {
  await expect(startSandbox({ port: 0, controlPort: 0, controlHost: '0.0.0.0' })).rejects.toThrow(
    'Other machines can reach the control API on 0.0.0.0. Set a token that is not the default.',
  );
});

test.each(['', 'two words', 'line\nbreak'])(
  'a token such as %j is none, for the sandbox and its client',
  async (text) => {
    const said = 'The token of the control side has to be of visible ASCII characters, at least one.';
    await expect(startSandbox({ port: 0, controlPort: 0, token: text })).rejects.toThrow(said);
    expect(() => createSandboxControl({ token: text })).toThrow(said);
  },
);

test('a workspace that is left undefined is that of the client', async () => {
  const client = createSandboxControl({ url: sandbox.controlUrl, token: sandbox.token, workspace: 'mine' });
  await client.createWorkspace({ workspace: 'mine' });
  await client.freezeClock({ workspace: undefined } as object);
  expect([(await client.getClock()).frozenAt, (await control.getClock()).frozenAt]).toEqual([expect.any(Number), null]);
});

test('a port that is taken is said, and nothing stays', async () => {
  const port = Number(new URL(sandbox.url).port);
  await expect(startSandbox({ port: 0, controlPort: port })).rejects.toThrow(
    `Port ${port} on 127.0.0.1 is already in use.`,
  );
});

test('a client says what it could not reach, and what answers in its place', async () => {
  const gone = await ownSandbox();
  await gone.close();
  await expect(gone.control.getClock()).rejects.toThrow(
    `Cannot reach the control API at ${gone.controlUrl} (ECONNREFUSED). Start a sandbox, or use another URL.`,
  );
  const api = createSandboxControl({ url: sandbox.url, token: sandbox.token });
  await expect(api.getClock()).rejects.toMatchObject({ status: 404, message: 'There is no such path.' });
});
