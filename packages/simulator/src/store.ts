import type {
  Clock,
  CreatedKey,
  CreatedWorkspace,
  InitialApiKeys,
  InjectedFault,
  Key,
  KeySettings,
  NewKey,
  ProgramChange,
  ProgramDuration,
  ProgressSummary,
  RateLimit,
  RequestLogEntry,
  World,
} from '@giftoin/types/sandbox-control';
import type { ClockState } from './world/clock.ts';
import type { UserId } from './world/user-id.ts';

/** Identifies the inventory of a user in one program. */
export interface InventoryKey extends UserId {
  readonly workspace: string;
  readonly programId: string;
}

/** Records the requests of the API keys of a workspace. */
export interface RequestLog {
  record(workspace: string, entry: RequestLogEntry): void;
  /** Returns the last requests, newest first. */
  read(workspace: string, limit: number): Promise<RequestLogEntry[]>;
  clear(workspace: string): Promise<undefined>;
}

/**
 * The state of the workspaces: in memory here, in a database in the sandbox. The methods throw a `RequestError` if the
 * request cannot be fulfilled.
 */
export interface Store {
  /** Takes a request from the request budget of an API key. Returns how long to wait for it, in milliseconds; 0 for none. */
  consumeRequestBudget(workspace: string, keyName: string, rateLimit: NonNullable<RateLimit>): Promise<number>;
  /** Counts a request of an API key. Returns the injected fault to apply to it; undefined if there is none. */
  takeInjectedFault(workspace: string, keyName: string): Promise<InjectedFault | undefined>;
  readonly requestLog: RequestLog;
  /** Throws if the state is unavailable. */
  ping(): Promise<unknown>;

  grantCard(key: InventoryKey, cardId: string, quantity: number): Promise<ProgressSummary>;
  revokeCard(key: InventoryKey, cardId: string, quantity: number): Promise<ProgressSummary>;
  completeCollection(key: InventoryKey, missing: number): Promise<ProgressSummary>;
  claimReward(key: InventoryKey): Promise<ProgressSummary>;
  unclaimReward(key: InventoryKey): Promise<ProgressSummary>;
  readClock(workspace: string): Promise<Clock>;
  changeClock(workspace: string, change: (clock: ClockState) => ClockState): Promise<Clock>;
  listKeys(workspace: string): Promise<Key[]>;
  createKey(workspace: string, newKey: NewKey): Promise<CreatedKey>;
  changeKey(workspace: string, keyName: string, settings: KeySettings): Promise<Key>;
  revokeKey(workspace: string, keyName: string): Promise<undefined>;
  injectFault(workspace: string, keyName: string, fault: InjectedFault): Promise<Key>;
  clearInjectedFaults(workspace: string, keyName: string): Promise<undefined>;
  listWorkspaces(): Promise<string[]>;
  createWorkspace(workspace: string, world: World, apiKeys?: InitialApiKeys): Promise<CreatedWorkspace>;
  resetWorkspace(workspace: string, world: World): Promise<undefined>;
  deleteWorkspace(workspace: string): Promise<undefined>;
  changeProgram(workspace: string, programId: string, change: ProgramChange): Promise<ProgramDuration>;
  exportWorld(workspace: string): Promise<World>;
  loadWorld(workspace: string, world: World): Promise<undefined>;
  listSnapshots(workspace: string): Promise<string[]>;
  saveSnapshot(workspace: string, snapshot: string): Promise<undefined>;
  restoreSnapshot(workspace: string, snapshot: string): Promise<undefined>;
  deleteSnapshot(workspace: string, snapshot: string): Promise<undefined>;
}
