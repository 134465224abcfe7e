import {
  createKeyToStore,
  createUnknownKeyError,
  createUsedKeyError,
  type KeyToStore,
} from '@giftoin/simulator/sandbox';
import type { CreatedKey, Key, KeySettings, NewKey } from '@giftoin/types/sandbox-control';
import type { Engine, Query } from '../database/engine.ts';
import { hashSecret } from '../hash-secret.ts';
import { deleteInjectedFaults, storeInjectedFault, toInjectedFault } from './stored-injected-faults.ts';
import { bumpVersion, readClockState } from './workspace-version.ts';

export async function listKeys({ query }: Engine, workspace: string): Promise<Key[]> {
  await readClockState(query, workspace);
  return readKeys(query, workspace);
}

export function createKey(engine: Engine, workspace: string, newKey: NewKey): Promise<CreatedKey> {
  const key = createKeyToStore(workspace, newKey);
  const { keyName, apiKey } = key;
  return engine.transaction('write', workspace, async (query) => {
    await bumpVersion(query, workspace);
    const existing = await query(
      'select 1 as one from giftoin_sandbox.api_keys where workspace = $1 and key_name = $2',
      workspace,
      keyName,
    );
    if (existing.length > 0) throw createUsedKeyError(keyName);
    await storeKey(query, workspace, key);
    return { keyName, apiKey };
  });
}

export async function storeKey(query: Query, workspace: string, key: KeyToStore): Promise<void> {
  const { settings, injectedFaults } = key;
  await query(
    `insert into giftoin_sandbox.api_keys (workspace, hash, key_name, environment, settings, initial_state, full_at)
    values ($1, $2, $3, $4, $5, $6, 0)`,
    workspace,
    hashSecret(key.apiKey),
    key.keyName,
    key.environment,
    JSON.stringify(settings),
    JSON.stringify({ settings, injectedFaults }),
  );
  for (const fault of injectedFaults) await storeInjectedFault(query, workspace, key.keyName, fault);
}

export function changeKey(engine: Engine, workspace: string, keyName: string, settings: KeySettings): Promise<Key> {
  return changeStoredKey(engine, workspace, keyName, async (query, before) => {
    await storeSettings(query, workspace, keyName, { ...before, ...settings });
    return readKey(query, workspace, keyName);
  });
}

export function revokeKey(engine: Engine, workspace: string, keyName: string): Promise<undefined> {
  return changeStoredKey(engine, workspace, keyName, (query) => deleteKey(query, workspace, keyName));
}

/** Deletes an API key with its injected faults, if it exists. */
export async function deleteKey(query: Query, workspace: string, keyName: string): Promise<void> {
  await deleteInjectedFaults(query, workspace, keyName);
  await query('delete from giftoin_sandbox.api_keys where workspace = $1 and key_name = $2', workspace, keyName);
}

/** Restores the initial settings and injected faults of all API keys of a workspace. */
export async function resetKeys(query: Query, workspace: string): Promise<void> {
  await query('delete from giftoin_sandbox.injected_faults where workspace = $1', workspace);
  for (const row of await query(
    'select key_name, initial_state from giftoin_sandbox.api_keys where workspace = $1',
    workspace,
  )) {
    const keyName = String(row.key_name);
    const initial = JSON.parse(String(row.initial_state)) as Pick<KeyToStore, 'settings' | 'injectedFaults'>;
    await storeSettings(query, workspace, keyName, initial.settings);
    for (const fault of initial.injectedFaults) await storeInjectedFault(query, workspace, keyName, fault);
  }
}

/** Stores the settings of an API key. Its rate limit starts with a full bucket. */
async function storeSettings(query: Query, workspace: string, keyName: string, settings: KeySettings): Promise<void> {
  await query(
    'update giftoin_sandbox.api_keys set settings = $3, full_at = 0 where workspace = $1 and key_name = $2',
    workspace,
    keyName,
    JSON.stringify(settings),
  );
}

type KeyChange<Result> = (query: Query, settings: KeySettings) => Promise<Result>;

/**
 * Changes an API key.
 *
 * @throws {RequestError} if the workspace or the API key does not exist
 */
export async function changeStoredKey<Result>(
  engine: Engine,
  workspace: string,
  keyName: string,
  change: KeyChange<Result>,
): Promise<Awaited<Result extends void ? undefined : Result>> {
  const result = await engine.transaction('write', workspace, async (query) => {
    await bumpVersion(query, workspace);
    const statement = 'select settings from giftoin_sandbox.api_keys where workspace = $1 and key_name = $2';
    const [row] = await query(statement, workspace, keyName);
    if (!row) throw createUnknownKeyError(workspace, keyName);
    return change(query, JSON.parse(String(row.settings)) as KeySettings);
  });
  return result as Awaited<Result extends void ? undefined : Result>;
}

export async function readKey(query: Query, workspace: string, keyName: string): Promise<Key> {
  const key = (await readKeys(query, workspace)).find((candidate) => candidate.keyName === keyName);
  if (!key) throw createUnknownKeyError(workspace, keyName);
  return key;
}

async function readKeys(query: Query, workspace: string): Promise<Key[]> {
  const keys = await query('select * from giftoin_sandbox.api_keys where workspace = $1 order by key_name', workspace);
  const faults = await query(
    'select * from giftoin_sandbox.injected_faults where workspace = $1 order by position',
    workspace,
  );
  return keys.map((row) => ({
    keyName: String(row.key_name),
    environment: String(row.environment),
    ...(JSON.parse(String(row.settings)) as Required<KeySettings>),
    injectedFaults: faults.filter((fault) => fault.key_name === row.key_name).map(toInjectedFault),
  }));
}
