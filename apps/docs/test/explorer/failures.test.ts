import { expect, test } from 'vitest';
import type { Failure } from '../../src/explorer/exchange.ts';
import { toFailureText } from '../../src/explorer/failure-text.ts';
import { findCause } from '../../src/explorer/find-cause.ts';

const origin = 'http://127.0.0.1:4020';
const failure: Failure = { kind: 'network', message: 'The request failed.', origin };
const respond = async () => new Response();
const reject = async () => {
  throw new TypeError('Failed to fetch');
};
const permissions = (states: Readonly<Record<string, PermissionState>>) => async (name: string) => {
  const state = states[name];
  if (state === undefined) throw new TypeError(`${name} is not a permission.`);
  return state;
};

test.each([
  ['a server that responds without CORS refuses the origin', respond, {}, 'originRefused'],
  ['no response means that no server is running', reject, {}, 'notRunning'],
  [
    'a denied permission is named before anything is sent',
    reject,
    { 'local-network-access': 'denied' },
    'localNetworkRefused',
  ],
  [
    'the permission has another name in newer versions',
    reject,
    { 'loopback-network': 'denied' },
    'localNetworkRefused',
  ],
  [
    'a permission that the user has not given yet is refused',
    reject,
    { 'loopback-network': 'prompt' },
    'localNetworkRefused',
  ],
  ['a permission that is granted is no cause', reject, { 'loopback-network': 'granted' }, 'notRunning'],
] as const)('%s', async (_title, fetch, states, cause) => {
  expect(await findCause(origin, { fetch, isLocalPage: false, queryPermission: permissions(states) })).toBe(cause);
});

test('a page on this machine needs no permission', async () => {
  const queryPermission = permissions({ 'loopback-network': 'denied' });
  expect(await findCause(origin, { fetch: reject, isLocalPage: true, queryPermission })).toBe('notRunning');
});

test.each([
  ['notRunning', 'No server is running at http://127.0.0.1:4020'],
  ['originRefused', 'The server at http://127.0.0.1:4020 refuses this page (CORS)'],
  ['localNetworkRefused', 'The browser refuses requests to this machine'],
  ['cut', 'The connection was cut'],
] as const)('the title of %s names it', (cause, title) => {
  expect(toFailureText({ ...failure, cause }, 'https://example.com').title).toBe(title);
});

test.each(['notRunning', 'originRefused'] as const)('the command for %s allows the origin of the page', (cause) => {
  const { command } = toFailureText({ ...failure, cause }, 'https://example.com');
  expect(command).toContain('https://example.com');
});

test.each([
  [{ kind: 'paymentRequired', status: 402 }, '402 Payment required'],
  [{ kind: 'unexpectedStatus', status: 503 }, '503 Unexpected status'],
  [{ kind: 'badArgument' }, 'The client sent no request'],
  [{ kind: 'wrongShape', status: 200 }, 'The response violates the contract'],
  [{ kind: 'somethingNew' }, 'The request failed'],
])('the title of %j is %s', (given, title) => {
  expect(toFailureText({ ...failure, ...given }, '').title).toBe(title);
});
