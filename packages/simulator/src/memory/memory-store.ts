import type { InitialApiKeys, World } from '@giftoin/types/sandbox-control';
import { createInitialApiKeys, listInitialKeys } from '../keys/initial-api-keys.ts';
import { requireValidTime, toClock } from '../rules/clocks.ts';
import {
  createUnknownProgramError,
  createUnknownSnapshotError,
  createUnknownWorkspaceError,
  createUsedWorkspaceError,
} from '../rules/errors.ts';
import { changeProgram } from '../rules/programs.ts';
import type { RequestLog, Store } from '../store.ts';
import { exportWorld, sortByName } from './export-world.ts';
import { createInventoryMethods } from './inventories.ts';
import { createKeyMethods } from './keys.ts';
import { createMemoryWorkspace, type MemoryWorkspace, replaceWorld, resetKeys } from './workspace.ts';

/** How many requests of a workspace are kept. */
const maxEntries = 1_000;

/** A store in memory. */
export interface MemoryStore extends Store {
  /** Returns undefined if the workspace does not exist. */
  findWorkspace(name: string): MemoryWorkspace | undefined;
  /** Adds a workspace that does not exist. Throws a `RequestError` if the world is invalid. */
  addWorkspace(name: string, world: World, apiKeys: InitialApiKeys): void;
}

/** @param systemNow the system clock, in milliseconds since 1970-01-01T00:00:00Z */
export function createMemoryStore(systemNow: () => number): MemoryStore {
  const workspaces = new Map<string, MemoryWorkspace>();

  function find(name: string): MemoryWorkspace {
    const workspace = workspaces.get(name);
    if (!workspace) throw createUnknownWorkspaceError(name);
    return workspace;
  }

  function addWorkspace(name: string, world: World, apiKeys: InitialApiKeys): void {
    workspaces.set(name, createMemoryWorkspace(world, listInitialKeys(apiKeys), systemNow()));
  }

  return {
    findWorkspace: (name) => workspaces.get(name),
    addWorkspace,
    ...createInventoryMethods(find, systemNow),
    ...createKeyMethods(find, systemNow),
    requestLog: createRequestLog(workspaces, find),
    ping: async () => {},
    readClock: async (workspace) => toClock(find(workspace).clock, systemNow()),
    async changeClock(name, change) {
      const workspace = find(name);
      // Read before the change, so that a change to the maximum is not past it a millisecond later.
      const now = systemNow();
      const clock = change(workspace.clock);
      requireValidTime(clock, now);
      workspace.clock = clock;
      return toClock(clock, now);
    },
    listWorkspaces: async () => sortByName(workspaces).map(([name]) => name),
    async createWorkspace(workspace, world, apiKeys = createInitialApiKeys(workspace)) {
      if (workspaces.has(workspace)) throw createUsedWorkspaceError(workspace);
      addWorkspace(workspace, world, apiKeys);
      return { workspace, apiKeys };
    },
    async resetWorkspace(name, world) {
      const workspace = find(name);
      replaceWorld(workspace, world, systemNow());
      resetKeys(workspace, name);
      workspace.requestLog = [];
      return undefined;
    },
    async deleteWorkspace(name) {
      find(name);
      workspaces.delete(name);
      return undefined;
    },
    async changeProgram(name, programId, change) {
      const workspace = find(name);
      const program = workspace.programs.find(({ id }) => id === programId);
      if (!program) throw createUnknownProgramError(name, programId);
      const changed = changeProgram(program, change);
      workspace.programs = workspace.programs.map((other) => (other === program ? changed : other));
      return changed.duration;
    },
    exportWorld: async (workspace) => exportWorld(find(workspace)),
    async loadWorld(workspace, world) {
      replaceWorld(find(workspace), world, systemNow());
      return undefined;
    },
    listSnapshots: async (workspace) => sortByName(find(workspace).snapshots).map(([name]) => name),
    async saveSnapshot(name, snapshot) {
      const workspace = find(name);
      workspace.snapshots.set(snapshot, exportWorld(workspace));
      return undefined;
    },
    async restoreSnapshot(name, snapshot) {
      const workspace = find(name);
      const world = workspace.snapshots.get(snapshot);
      if (!world) throw createUnknownSnapshotError(name, snapshot);
      replaceWorld(workspace, world, systemNow());
      return undefined;
    },
    async deleteSnapshot(name, snapshot) {
      if (find(name).snapshots.delete(snapshot)) return undefined;
      throw createUnknownSnapshotError(name, snapshot);
    },
  };
}

function createRequestLog(
  workspaces: ReadonlyMap<string, MemoryWorkspace>,
  find: (workspace: string) => MemoryWorkspace,
): RequestLog {
  return {
    record(name, entry) {
      const workspace = workspaces.get(name);
      // The workspace may have been deleted while the request was processed.
      if (workspace) workspace.requestLog = [...workspace.requestLog.slice(1 - maxEntries), entry];
    },
    read: async (workspace, limit) => find(workspace).requestLog.toReversed().slice(0, limit),
    async clear(workspace) {
      find(workspace).requestLog = [];
      return undefined;
    },
  };
}
