import type { World } from '@giftoin/types/sandbox-control';
import type { Engine } from '../database/engine.ts';
import { readWorld, storeWorld } from './stored-world.ts';
import { bumpVersion } from './workspace-version.ts';

/** Reads the world of a workspace, at one version. */
export function exportWorld(engine: Engine, workspace: string): Promise<World> {
  return engine.transaction('read', workspace, (query) => readWorld(query, workspace));
}

/**
 * Replaces the world of a workspace.
 *
 * @throws {RequestError} if the workspace does not exist, or the world is invalid
 */
export function loadWorld(engine: Engine, workspace: string, world: World): Promise<undefined> {
  return engine.transaction('write', workspace, async (query) => {
    await bumpVersion(query, workspace);
    await storeWorld(engine, query, workspace, world);
    return undefined;
  });
}
