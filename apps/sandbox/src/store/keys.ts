import type { CreatedKey, Fault, Key, KeySettings, NewKey } from '@giftoin/types/sandbox-control';
import { apiKeyOf, hashOf } from '../keys.ts';
import { clockIn, touch } from './catalogue.ts';
import type { Engine, Query, Row } from './engine.ts';
import { Refused } from './refused.ts';

/** What a key may do where nothing else is said. */
const everything = { overdue: false, planDenied: false, rateLimit: null } as const satisfies KeySettings;

/** A key to store: its settings and faults are what a reset brings back. */
export interface KeyToStore {
  readonly keyName: string;
  readonly apiKey: string;
  readonly environment: string;
  readonly settings: KeySettings;
  readonly faults: readonly Fault[];
}

export async function listKeys({ query }: Engine, workspace: string): Promise<Key[]> {
  await clockIn(query, workspace);
  return keysIn(query, workspace);
}

export function createKey(engine: Engine, workspace: string, wanted: NewKey): Promise<CreatedKey> {
  const { keyName = `key-${crypto.randomUUID().slice(0, 8)}`, environment = 'production', ...settings } = wanted;
  const apiKey = apiKeyOf(workspace);
  return engine.transaction('write', async (query) => {
    await touch(query, workspace);
    const taken = await query(
      'select 1 as one from api_keys where workspace = $1 and key_name = $2',
      workspace,
      keyName,
    );
    if (taken.length > 0) throw new Refused(409, `There is a key ${keyName} already. Give another name, or revoke it.`);
    await storeKey(query, workspace, { keyName, apiKey, environment, settings, faults: [] });
    return { keyName, apiKey };
  });
}

export async function storeKey(query: Query, workspace: string, key: KeyToStore): Promise<void> {
  const settings = { ...everything, ...key.settings };
  await query(
    `insert into api_keys (workspace, hash, key_name, environment, settings, initial, full_at)
    values ($1, $2, $3, $4, $5, $6, 0)`,
    workspace,
    hashOf(key.apiKey),
    key.keyName,
    key.environment,
    JSON.stringify(settings),
    JSON.stringify({ settings, faults: key.faults }),
  );
  for (const fault of key.faults) await storeFault(query, workspace, key.keyName, fault);
}

export function changeKey(engine: Engine, workspace: string, keyName: string, settings: KeySettings): Promise<Key> {
  return onKey(engine, workspace, keyName, async (query, before) => {
    // A new limit starts with a full bucket.
    await query(
      'update api_keys set settings = $3, full_at = 0 where workspace = $1 and key_name = $2',
      workspace,
      keyName,
      JSON.stringify({ ...before, ...settings }),
    );
    return keyIn(query, workspace, keyName);
  });
}

export function revokeKey(engine: Engine, workspace: string, keyName: string): Promise<undefined> {
  return onKey(engine, workspace, keyName, (query) => deleteKey(query, workspace, keyName));
}

/** Deletes a key with its faults, if it is there. */
export async function deleteKey(query: Query, workspace: string, keyName: string): Promise<void> {
  await query('delete from faults where workspace = $1 and key_name = $2', workspace, keyName);
  await query('delete from api_keys where workspace = $1 and key_name = $2', workspace, keyName);
}

export function addFault(engine: Engine, workspace: string, keyName: string, fault: Fault): Promise<Key> {
  if (fault.status === undefined && fault.delay === undefined && !fault.cut) {
    throw new Refused(400, 'The fault does nothing. Give a status, a delay in milliseconds, or cut.');
  }
  return onKey(engine, workspace, keyName, async (query) => {
    await storeFault(query, workspace, keyName, fault);
    return keyIn(query, workspace, keyName);
  });
}

export function clearFaults(engine: Engine, workspace: string, keyName: string): Promise<undefined> {
  return onKey(engine, workspace, keyName, async (query) => {
    await query('delete from faults where workspace = $1 and key_name = $2', workspace, keyName);
  });
}

/** Gives every key of a workspace the settings and faults that it started with. */
export async function resetKeys(query: Query, workspace: string): Promise<void> {
  await query('delete from faults where workspace = $1', workspace);
  for (const row of await query('select key_name, initial from api_keys where workspace = $1', workspace)) {
    const keyName = String(row.key_name);
    const { settings, faults } = JSON.parse(String(row.initial)) as Pick<KeyToStore, 'settings' | 'faults'>;
    await query(
      'update api_keys set settings = $3, full_at = 0 where workspace = $1 and key_name = $2',
      workspace,
      keyName,
      JSON.stringify(settings),
    );
    for (const fault of faults) await storeFault(query, workspace, keyName, fault);
  }
}

type OnKey<Result> = (query: Query, settings: KeySettings) => Promise<Result>;

async function onKey<Result>(
  engine: Engine,
  workspace: string,
  keyName: string,
  body: OnKey<Result>,
): Promise<Awaited<Result extends void ? undefined : Result>> {
  const result = await engine.transaction('write', async (query) => {
    await touch(query, workspace);
    const statement = 'select settings from api_keys where workspace = $1 and key_name = $2';
    const [row] = await query(statement, workspace, keyName);
    if (!row) throw new Refused(404, `There is no key ${keyName} in the workspace ${workspace}.`);
    return body(query, JSON.parse(String(row.settings)) as KeySettings);
  });
  return result as Awaited<Result extends void ? undefined : Result>;
}

async function storeFault(query: Query, workspace: string, keyName: string, fault: Fault): Promise<void> {
  await query(
    `insert into faults (workspace, key_name, position, definition, remaining, seen)
    select $1, $2, coalesce(max(position), 0) + 1, $3, $4, 0 from faults where workspace = $1 and key_name = $2`,
    workspace,
    keyName,
    JSON.stringify(fault),
    fault.times ?? null,
  );
}

async function keyIn(query: Query, workspace: string, keyName: string): Promise<Key> {
  const key = (await keysIn(query, workspace)).find((candidate) => candidate.keyName === keyName);
  if (!key) throw new Refused(404, `There is no key ${keyName} in the workspace ${workspace}.`);
  return key;
}

async function keysIn(query: Query, workspace: string): Promise<Key[]> {
  const keys = await query('select * from api_keys where workspace = $1 order by key_name', workspace);
  const faults = await query('select * from faults where workspace = $1 order by position', workspace);
  return keys.map((row) => ({
    keyName: String(row.key_name),
    environment: String(row.environment),
    ...(JSON.parse(String(row.settings)) as Required<KeySettings>),
    faults: faults.filter((fault) => fault.key_name === row.key_name).map(faultOf),
  }));
}

/** A fault with as many times as are left. */
export function faultOf({ definition, remaining }: Row): Fault {
  const fault = JSON.parse(String(definition)) as Fault;
  return remaining === null ? fault : { ...fault, times: Number(remaining) };
}
