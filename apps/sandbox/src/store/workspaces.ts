import { createInitialApiKeys, createUsedWorkspaceError } from '@giftoin/simulator/sandbox';
import type { CreatedWorkspace, InitialApiKeys, World } from '@giftoin/types/sandbox-control';
import type { Engine } from '../database/engine.ts';
import { resetKeys } from './api-keys.ts';
import { restoreDefaultApiKeys, storeInitialApiKeys } from './initial-api-keys.ts';
import { deleteLog } from './request-log.ts';
import { deleteUsers } from './stored-users.ts';
import { storeWorld } from './stored-world.ts';
import { bumpVersion } from './workspace-version.ts';

export async function listWorkspaces({ query }: Engine): Promise<string[]> {
  return (await query('select workspace from giftoin_sandbox.workspaces order by workspace')).map((row) =>
    String(row.workspace),
  );
}

/**
 * Creates a workspace.
 *
 * @param apiKeys its API keys. Default: random ones.
 * @throws {RequestError} if the workspace already exists, or the world is invalid
 */
export function createWorkspace(
  engine: Engine,
  workspace: string,
  world: World,
  apiKeys: InitialApiKeys = createInitialApiKeys(workspace),
): Promise<CreatedWorkspace> {
  const version = Date.now() * 1_000;
  return engine.transaction('write', workspace, async (query) => {
    // Versions do not start at 1: another process can have cached a deleted workspace of the same name. No workspace
    // changes a thousand times per millisecond, so that this version is new.
    const created = await query(
      `insert into giftoin_sandbox.workspaces (workspace, version, log_from, clock_offset) values ($1, $2, $3, 0)
      on conflict (workspace) do nothing returning workspace`,
      workspace,
      version,
      version,
    );
    if (created.length === 0) throw createUsedWorkspaceError(workspace);
    await storeWorld(engine, query, workspace, world);
    await storeInitialApiKeys(query, workspace, apiKeys);
    return { workspace, apiKeys };
  });
}

/** Replaces the world, clears the request log, and restores the initial settings of the API keys. */
export function resetWorkspace(engine: Engine, workspace: string, world: World): Promise<undefined> {
  return engine.transaction('write', workspace, async (query) => {
    await bumpVersion(query, workspace);
    if (workspace === 'default') await restoreDefaultApiKeys(query);
    await resetKeys(query, workspace);
    await deleteLog(query, workspace);
    await storeWorld(engine, query, workspace, world);
    return undefined;
  });
}

const tables = ['api_keys', 'injected_faults', 'programs', 'snapshots', 'request_log', 'workspaces'] as const;

export function deleteWorkspace(engine: Engine, workspace: string): Promise<undefined> {
  return engine.transaction('write', workspace, async (query) => {
    await bumpVersion(query, workspace);
    await deleteUsers(query, workspace);
    for (const table of tables) await query(`delete from giftoin_sandbox.${table} where workspace = $1`, workspace);
    return undefined;
  });
}
