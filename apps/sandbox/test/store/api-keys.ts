import type { Key } from '@giftoin/types/sandbox-control';
import { expect, test } from 'vitest';
import { hashSecret } from '../../src/api-key.ts';
import type { Store } from '../../src/store/index.ts';
import { newWorkspace, refusalOf } from './test-worlds.ts';

function keyOf(keyName: string, changes: Partial<Key> = {}): Key {
  const settings = { overdue: false, planDenied: false, rateLimit: null };
  return { keyName, environment: 'production', ...settings, injectedFaults: [], ...changes };
}

/** The keys that every workspace starts with, in the order in which they are listed. */
export const initialApiKeys = [
  keyOf('default'),
  keyOf('denied', { planDenied: true }),
  keyOf('failing', { injectedFaults: [{ status: 500 }] }),
  keyOf('limited', { rateLimit: { requests: 1, per: 60_000 } }),
  keyOf('overdue', { overdue: true }),
];

export function keyTests(store: () => Store): void {
  const known = async (workspace: string, apiKey: string) =>
    (await store().readWorkspaceState(workspace))?.keys.get(hashSecret(apiKey));

  test('a workspace starts with a key for every situation', async () => {
    const workspace = await newWorkspace(store());
    expect(await store().listKeys(workspace)).toEqual(initialApiKeys);
  });

  test('a key is created with what it may do, told once, and known by its hash alone', async () => {
    const workspace = await newWorkspace(store());
    const { keyName, apiKey } = await store().createKey(workspace, {
      keyName: 'mine',
      environment: 'test',
      planDenied: true,
    });
    expect([keyName, apiKey]).toEqual(['mine', expect.stringMatching(`^gft_${workspace}_[0-9a-f]{36}$`)]);
    const mine = keyOf('mine', { environment: 'test', planDenied: true });
    expect(await store().listKeys(workspace)).toEqual(
      [...initialApiKeys.slice(0, 4), mine, ...initialApiKeys.slice(4)].sort(byName),
    );
    expect(await known(workspace, apiKey)).toEqual({
      keyName: 'mine',
      hash: hashSecret(apiKey),
      environment: 'test',
      settings: { overdue: false, planDenied: true, rateLimit: null },
      hasInjectedFaults: false,
      isUnrestricted: false,
    });
    expect(JSON.stringify([await store().listKeys(workspace), await store().exportWorld(workspace)])).not.toContain(
      apiKey,
    );
  });

  test('a key without a name gets one of its own', async () => {
    const workspace = await newWorkspace(store());
    const [one, other] = [await store().createKey(workspace, {}), await store().createKey(workspace, {})];
    expect(one.keyName).toMatch(/^key-[0-9a-f]{8}$/);
    expect(new Set([one.keyName, other.keyName, one.apiKey, other.apiKey]).size).toBe(4);
  });

  test('a change of a key says what it is about and leaves the rest', async () => {
    const workspace = await newWorkspace(store());
    const rateLimit = { requests: 2, per: 1_000 };
    const limited = keyOf('default', { rateLimit });
    expect(await store().changeKey(workspace, 'default', { rateLimit })).toEqual(limited);
    const overdue = keyOf('default', { rateLimit, overdue: true });
    expect(await store().changeKey(workspace, 'default', { overdue: true })).toEqual(overdue);
    expect(await store().changeKey(workspace, 'default', {})).toEqual(overdue);
    expect(await store().changeKey(workspace, 'default', { rateLimit: null, overdue: false })).toEqual(
      keyOf('default'),
    );
  });

  test('a revoked key is not known, and its name is free again', async () => {
    const workspace = await newWorkspace(store());
    const { apiKey } = await store().createKey(workspace, { keyName: 'mine' });
    await store().injectFault(workspace, 'mine', { status: 500 });
    expect(await store().revokeKey(workspace, 'mine')).toBeUndefined();
    expect(await known(workspace, apiKey)).toBeUndefined();
    expect(await store().listKeys(workspace)).toEqual(initialApiKeys);
    await store().createKey(workspace, { keyName: 'mine' });
    expect(await store().takeInjectedFault(workspace, 'mine')).toBeUndefined();
  });

  test('a name is taken once, and what does not exist is named', async () => {
    const workspace = await newWorkspace(store());
    const taken = await refusalOf(() => store().createKey(workspace, { keyName: 'default' }));
    expect(taken).toEqual([409, 'The API key default already exists. Choose another name or revoke it.']);
    const changes: ((where: string) => unknown)[] = [
      (where) => store().changeKey(where, 'none', {}),
      (where) => store().revokeKey(where, 'none'),
      (where) => store().injectFault(where, 'none', { status: 500 }),
      (where) => store().clearInjectedFaults(where, 'none'),
    ];
    for (const change of changes) {
      const noKey = [404, `There is no API key none in the workspace ${workspace}.`];
      expect(await refusalOf(() => change(workspace))).toEqual(noKey);
      expect(await refusalOf(() => change('nowhere'))).toEqual([404, 'There is no workspace nowhere.']);
    }
    const nowhere = [404, 'There is no workspace nowhere.'];
    expect(await refusalOf(() => store().listKeys('nowhere'))).toEqual(nowhere);
    expect(await refusalOf(() => store().createKey('nowhere', {}))).toEqual(nowhere);
    expect(await store().listKeys(workspace)).toEqual(initialApiKeys);
  });
}

function byName(one: Key, other: Key): number {
  return one.keyName < other.keyName ? -1 : 1;
}
