import { createUnknownSnapshotError } from '@giftoin/simulator/sandbox';
import type { Engine } from '../database/engine.ts';
import { readWorld, storeWorld } from './stored-world.ts';
import { bumpVersion, readClockState } from './workspace-version.ts';
import { formatWorld, parseWorld } from './world-text.ts';

export async function listSnapshots({ query }: Engine, workspace: string): Promise<string[]> {
  await readClockState(query, workspace);
  const rows = await query(
    'select snapshot from giftoin_sandbox.snapshots where workspace = $1 order by snapshot',
    workspace,
  );
  return rows.map((row) => String(row.snapshot));
}

export function saveSnapshot(engine: Engine, workspace: string, snapshot: string): Promise<undefined> {
  return engine.transaction('write', workspace, async (query) => {
    // Locks the workspace, so that the world does not change while it is read.
    await bumpVersion(query, workspace);
    await query(
      `insert into giftoin_sandbox.snapshots (workspace, snapshot, world) values ($1, $2, $3)
      on conflict (workspace, snapshot) do update set world = excluded.world`,
      workspace,
      snapshot,
      await formatWorld(await readWorld(query, workspace)),
    );
    return undefined;
  });
}

export function restoreSnapshot(engine: Engine, workspace: string, snapshot: string): Promise<undefined> {
  return engine.transaction('write', workspace, async (query) => {
    await bumpVersion(query, workspace);
    const statement = 'select world from giftoin_sandbox.snapshots where workspace = $1 and snapshot = $2';
    const [row] = await query(statement, workspace, snapshot);
    if (!row) throw createUnknownSnapshotError(workspace, snapshot);
    await storeWorld(engine, query, workspace, await parseWorld(String(row.world)));
    return undefined;
  });
}

export function deleteSnapshot(engine: Engine, workspace: string, snapshot: string): Promise<undefined> {
  return engine.transaction('write', workspace, async (query) => {
    await readClockState(query, workspace);
    const statement = 'delete from giftoin_sandbox.snapshots where workspace = $1 and snapshot = $2 returning snapshot';
    const deleted = await query(statement, workspace, snapshot);
    if (deleted.length === 0) throw createUnknownSnapshotError(workspace, snapshot);
    return undefined;
  });
}
