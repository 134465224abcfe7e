import type { Clock, CreatedWorkspace, Fault, KeySettings, StartKeys, World } from '@giftoin/types/sandbox-control';
import { apiKeyOf } from '../keys.ts';
import { type ClockState, timeOf } from '../world/clock.ts';
import { clockIn, touch } from './catalogue.ts';
import type { Engine, Query } from './engine.ts';
import { deleteKey, resetKeys, storeKey } from './keys.ts';
import { Refused } from './refused.ts';
import { storeClock, storeWorld } from './worlds.ts';

/** What the keys are for that a workspace starts with. */
const startKeys: Readonly<
  Record<keyof StartKeys, { readonly settings?: KeySettings; readonly faults?: readonly Fault[] }>
> = {
  default: {},
  overdue: { settings: { overdue: true } },
  denied: { settings: { planDenied: true } },
  limited: { settings: { rateLimit: { requests: 1, per: 60_000 } } },
  failing: { faults: [{ status: 500 }] },
};

/** The keys of the workspace `default`. They are no secret: whoever reaches a sandbox may use it. */
export const knownKeys: StartKeys = {
  default: apiKeyOf('default', 'sandbox'),
  overdue: apiKeyOf('default', 'overdue'),
  denied: apiKeyOf('default', 'denied'),
  limited: apiKeyOf('default', 'limited'),
  failing: apiKeyOf('default', 'failing'),
};

export async function listWorkspaces({ query }: Engine): Promise<string[]> {
  return (await query('select workspace from workspaces order by workspace')).map((row) => String(row.workspace));
}

/** @throws {Refused} where there is a workspace of that name */
export function createWorkspace(
  engine: Engine,
  workspace: string,
  world: World,
  apiKeys: StartKeys = secretKeys(workspace),
): Promise<CreatedWorkspace> {
  return engine.transaction('write', async (query) => {
    // Not from 1: what another process remembers of a workspace of the same name, since deleted, must not fit. No workspace
    // changes a thousand times in a millisecond, so that none had this version.
    const created = await query(
      `insert into workspaces (workspace, version, clock_offset) values ($1, $2, 0)
      on conflict (workspace) do nothing returning workspace`,
      workspace,
      Date.now() * 1_000,
    );
    if (created.length === 0) throw new Refused(409, `There is a workspace ${workspace} already. Give another name.`);
    await storeWorld(query, workspace, world);
    await storeStartKeys(query, workspace, apiKeys);
    return { workspace, apiKeys };
  });
}

/** Replaces the world, and gives every key what it started with. Known keys that were revoked are there again. */
export function resetWorkspace(engine: Engine, workspace: string, world: World): Promise<undefined> {
  return engine.transaction('write', async (query) => {
    await touch(query, workspace);
    if (workspace === 'default') {
      for (const keyName of Object.keys(startKeys)) await deleteKey(query, workspace, keyName);
      await storeStartKeys(query, workspace, knownKeys);
    }
    await resetKeys(query, workspace);
    await query('delete from journal where workspace = $1', workspace);
    await storeWorld(query, workspace, world);
    return undefined;
  });
}

async function storeStartKeys(query: Query, workspace: string, apiKeys: StartKeys): Promise<void> {
  for (const [keyName, { settings = {}, faults = [] }] of Object.entries(startKeys)) {
    const apiKey = apiKeys[keyName as keyof StartKeys];
    await storeKey(query, workspace, { keyName, apiKey, environment: 'production', settings, faults });
  }
}

export function deleteWorkspace(engine: Engine, workspace: string): Promise<undefined> {
  return engine.transaction('write', async (query) => {
    await touch(query, workspace);
    const tables = [
      'api_keys',
      'faults',
      'programs',
      'holdings',
      'claims',
      'members',
      'snapshots',
      'journal',
      'workspaces',
    ];
    for (const table of tables) await query(`delete from ${table} where workspace = $1`, workspace);
    return undefined;
  });
}

export async function readClock({ query }: Engine, workspace: string): Promise<Clock> {
  return told(await clockIn(query, workspace));
}

/** Sets the clock to what `next` makes of it. */
export function changeClock(
  engine: Engine,
  workspace: string,
  next: (clock: ClockState) => ClockState,
): Promise<Clock> {
  return engine.transaction('write', async (query) => {
    const clock = next(await touch(query, workspace));
    const now = timeOf(clock);
    if (Math.abs(now) > 8.64e15)
      throw new Refused(400, `The clock would be at ${now}, which is no time of a calendar.`);
    await storeClock(query, workspace, clock);
    return told(clock);
  });
}

function told(clock: ClockState): Clock {
  return { now: timeOf(clock), frozenAt: clock.frozenAt, offset: clock.offset };
}

function secretKeys(workspace: string): StartKeys {
  const [main, overdue, denied, limited, failing] = Array.from({ length: 5 }, () => apiKeyOf(workspace));
  return { default: main, overdue, denied, limited, failing } as StartKeys;
}
