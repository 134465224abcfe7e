import type { Key } from '@giftoin/types/sandbox-control';
import { expect, test } from 'vitest';
import { hashSecret } from '../../src/hash-secret.ts';
import type { SqlStore } from '../../src/store/index.ts';
import { catchRequestError, createTestWorkspace } from './test-worlds.ts';

function createExpectedKey(keyName: string, changes: Partial<Key> = {}): Key {
  const settings = { overdue: false, planDenied: false, rateLimit: null };
  return { keyName, environment: 'production', ...settings, injectedFaults: [], ...changes };
}

/** The initial API keys of every workspace, sorted by name. */
export const initialApiKeys = [
  createExpectedKey('default'),
  createExpectedKey('denied', { planDenied: true }),
  createExpectedKey('failing', { injectedFaults: [{ status: 500 }] }),
  createExpectedKey('limited', { rateLimit: { requests: 1, per: 60_000 } }),
  createExpectedKey('overdue', { overdue: true }),
];

export function keyTests(store: () => SqlStore): void {
  const findStoredKey = async (workspace: string, apiKey: string) =>
    (await store().readWorkspaceState(workspace))?.keys.get(hashSecret(apiKey));

  test('creates a workspace with the initial API keys', async () => {
    const workspace = await createTestWorkspace(store());
    expect(await store().listKeys(workspace)).toEqual(initialApiKeys);
  });

  test('creates an API key with its settings, and stores only its hash', async () => {
    const workspace = await createTestWorkspace(store());
    const { keyName, apiKey } = await store().createKey(workspace, {
      keyName: 'mine',
      environment: 'test',
      planDenied: true,
    });
    expect([keyName, apiKey]).toEqual(['mine', expect.stringMatching(`^gft_${workspace}_[0-9a-f]{36}$`)]);
    const mine = createExpectedKey('mine', { environment: 'test', planDenied: true });
    expect(await store().listKeys(workspace)).toEqual(
      [...initialApiKeys.slice(0, 4), mine, ...initialApiKeys.slice(4)].sort(byName),
    );
    expect(await findStoredKey(workspace, apiKey)).toEqual({
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

  test('generates a unique name if it is omitted', async () => {
    const workspace = await createTestWorkspace(store());
    const [one, other] = [await store().createKey(workspace, {}), await store().createKey(workspace, {})];
    expect(one.keyName).toMatch(/^key-[0-9a-f]{8}$/);
    expect(new Set([one.keyName, other.keyName, one.apiKey, other.apiKey]).size).toBe(4);
  });

  test('changes only the given settings', async () => {
    const workspace = await createTestWorkspace(store());
    const rateLimit = { requests: 2, per: 1_000 };
    const limited = createExpectedKey('default', { rateLimit });
    expect(await store().changeKey(workspace, 'default', { rateLimit })).toEqual(limited);
    const overdue = createExpectedKey('default', { rateLimit, overdue: true });
    expect(await store().changeKey(workspace, 'default', { overdue: true })).toEqual(overdue);
    expect(await store().changeKey(workspace, 'default', {})).toEqual(overdue);
    expect(await store().changeKey(workspace, 'default', { rateLimit: null, overdue: false })).toEqual(
      createExpectedKey('default'),
    );
  });

  test('revokes an API key, whose name can be used again', async () => {
    const workspace = await createTestWorkspace(store());
    const { apiKey } = await store().createKey(workspace, { keyName: 'mine' });
    await store().injectFault(workspace, 'mine', { status: 500 });
    expect(await store().revokeKey(workspace, 'mine')).toBeUndefined();
    expect(await findStoredKey(workspace, apiKey)).toBeUndefined();
    expect(await store().listKeys(workspace)).toEqual(initialApiKeys);
    await store().createKey(workspace, { keyName: 'mine' });
    expect(await store().takeInjectedFault(workspace, 'mine')).toBeUndefined();
  });

  test('throws 409 for an existing name, and 404 for an unknown API key or workspace', async () => {
    const workspace = await createTestWorkspace(store());
    const taken = await catchRequestError(() => store().createKey(workspace, { keyName: 'default' }));
    expect(taken).toEqual([409, 'The API key default already exists. Choose another name or revoke it.']);
    const changes: ((id: string) => unknown)[] = [
      (id) => store().changeKey(id, 'none', {}),
      (id) => store().revokeKey(id, 'none'),
      (id) => store().injectFault(id, 'none', { status: 500 }),
      (id) => store().clearInjectedFaults(id, 'none'),
    ];
    for (const change of changes) {
      const noKey = [404, `There is no API key none in the workspace ${workspace}.`];
      expect(await catchRequestError(() => change(workspace))).toEqual(noKey);
      expect(await catchRequestError(() => change('nowhere'))).toEqual([404, 'There is no workspace nowhere.']);
    }
    const nowhere = [404, 'There is no workspace nowhere.'];
    expect(await catchRequestError(() => store().listKeys('nowhere'))).toEqual(nowhere);
    expect(await catchRequestError(() => store().createKey('nowhere', {}))).toEqual(nowhere);
    expect(await store().listKeys(workspace)).toEqual(initialApiKeys);
  });
}

function byName(a: Key, b: Key): number {
  return a.keyName < b.keyName ? -1 : 1;
}
