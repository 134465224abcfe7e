import type { InjectedFault, KeySettings, Program, RequestLogEntry, World } from '@giftoin/types/sandbox-control';
import { defaultApiKeys, listInitialKeys } from '../keys/initial-api-keys.ts';
import type { KeyToStore } from '../keys/key-to-store.ts';
import { requireLoadableClock } from '../rules/clocks.ts';
import { requireValidWorld } from '../rules/worlds.ts';
import { type ClockState, systemClock } from '../world/clock.ts';
import { formatUserKey } from '../world/user-id.ts';

/** The inventory of a user in one program. */
export interface MemoryInventory {
  readonly cardQuantities: Map<string, number>;
  claimedAt: number | undefined;
}

/** An injected fault, with what was applied of it. */
export interface MemoryFault {
  readonly fault: InjectedFault;
  remaining: number | undefined;
  requestCount: number;
}

/** An API key, with the state of its rate limit. */
export interface MemoryKey {
  readonly initial: KeyToStore;
  settings: Required<KeySettings>;
  faults: readonly MemoryFault[];
  /** When its bucket is full again: see `takeToken`. */
  fullAt: number;
}

/** Everything in a workspace. */
export interface MemoryWorkspace {
  clock: ClockState;
  programs: readonly Program[];
  /** By user key, then by program ID. */
  inventories: Map<string, Map<string, MemoryInventory>>;
  /** By name. */
  readonly keys: Map<string, MemoryKey>;
  readonly snapshots: Map<string, World>;
  /** Oldest first. */
  requestLog: readonly RequestLogEntry[];
}

/** Creates a workspace. @throws {RequestError} if the world is invalid */
export function createMemoryWorkspace(world: World, keys: readonly KeyToStore[], systemNow: number): MemoryWorkspace {
  const workspace: MemoryWorkspace = {
    clock: systemClock,
    programs: [],
    inventories: new Map(),
    keys: new Map(keys.map((key) => [key.keyName, createMemoryKey(key)])),
    snapshots: new Map(),
    requestLog: [],
  };
  replaceWorld(workspace, world, systemNow);
  return workspace;
}

/** Creates an API key in its initial state. */
export function createMemoryKey(initial: KeyToStore): MemoryKey {
  return { initial, settings: initial.settings, faults: initial.injectedFaults.map(createMemoryFault), fullAt: 0 };
}

export function createMemoryFault(fault: InjectedFault): MemoryFault {
  return { fault, remaining: fault.times, requestCount: 0 };
}

/** Restores the initial state of all API keys, and those of the workspace `default` that were revoked. */
export function resetKeys({ keys }: MemoryWorkspace, name: string): void {
  const documented = name === 'default' ? listInitialKeys(defaultApiKeys) : [];
  for (const key of [...[...keys.values()].map(({ initial }) => initial), ...documented]) {
    keys.set(key.keyName, createMemoryKey(key));
  }
}

/** Replaces the world of a workspace. @throws {RequestError} if the world is invalid */
export function replaceWorld(workspace: MemoryWorkspace, world: World, systemNow: number): void {
  requireValidWorld(world);
  requireLoadableClock({ ...systemClock, ...world.clock }, systemNow);
  const { programs, users = [], clock } = structuredClone(world);
  workspace.clock = { ...systemClock, ...clock };
  workspace.programs = programs;
  workspace.inventories = new Map(users.map((user) => [formatUserKey(user), toInventories(user)]));
}

function toInventories({ cards = {}, claims = {} }: NonNullable<World['users']>[number]): Map<string, MemoryInventory> {
  const programIds = new Set([...Object.keys(cards), ...Object.keys(claims)]);
  return new Map(
    [...programIds].map((programId) => [
      programId,
      { cardQuantities: new Map(Object.entries(cards[programId] ?? {})), claimedAt: claims[programId] },
    ]),
  );
}
