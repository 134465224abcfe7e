import { type ApiKeyState, type ClockState, isUnrestricted } from '@giftoin/simulator/sandbox';
import type { KeySettings, Program } from '@giftoin/types/sandbox-control';
import type { Engine, Row } from '../database/engine.ts';
import { readPrograms } from './programs.ts';
import { toClockState } from './workspace-version.ts';

/** An API key as it is stored. */
export interface StoredApiKey extends ApiKeyState {
  /** The hash of the API key. See `hashSecret`. */
  readonly hash: string;
}

/** The state that all users of a workspace share, at one version. */
export interface WorkspaceState {
  /** Changes with every change of this state. */
  readonly version: number;
  readonly clock: ClockState;
  /** The API keys, by their hashes. */
  readonly keys: ReadonlyMap<string, StoredApiKey>;
  /** In the order in which the API lists them. */
  readonly programs: readonly Program[];
}

/** Reads the state that all users of a workspace share. Returns undefined if the workspace does not exist. */
export function readWorkspaceState(engine: Engine, workspace: string): Promise<WorkspaceState | undefined> {
  return engine.transaction('read', async (query) => {
    const [found] = await query(
      'select version, frozen_at, clock_offset from workspaces where workspace = $1',
      workspace,
    );
    if (!found) return undefined;
    const keys = await query('select * from api_keys where workspace = $1', workspace);
    const faults = await query('select distinct key_name from injected_faults where workspace = $1', workspace);
    const namesWithFaults = new Set(faults.map((row) => row.key_name));
    return {
      version: Number(found.version),
      clock: toClockState(found),
      keys: new Map(
        keys.map((row) => [String(row.hash), toStoredApiKey(row, namesWithFaults.has(row.key_name ?? ''))]),
      ),
      programs: await readPrograms(query, workspace),
    };
  });
}

function toStoredApiKey(row: Row, hasInjectedFaults: boolean): StoredApiKey {
  const settings = JSON.parse(String(row.settings)) as KeySettings;
  return {
    keyName: String(row.key_name),
    hash: String(row.hash),
    environment: String(row.environment),
    settings,
    hasInjectedFaults,
    isUnrestricted: isUnrestricted(settings, hasInjectedFaults),
  };
}
