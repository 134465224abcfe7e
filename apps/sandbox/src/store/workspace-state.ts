import { type ApiKeyState, type ClockState, isUnrestricted } from '@giftoin/simulator/sandbox';
import type { KeySettings, Program } from '@giftoin/types/sandbox-control';
import type { Engine, Row } from '../database/engine.ts';
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
  readonly programsByEnvironment: ReadonlyMap<string, readonly Program[]>;
  /** The approximate size in memory, in bytes. */
  readonly size: number;
}

/** How many bytes a character of JSON takes when it is parsed, about. */
const sizeFactor = 4;

/**
 * Reads the state that all users of a workspace share. One statement reads it all, so that the parts are consistent. Returns
 * undefined if the workspace does not exist.
 */
export async function readWorkspaceState({ query }: Engine, workspace: string): Promise<WorkspaceState | undefined> {
  const rows = await query(
    `select 'workspace' as kind, '' as key_name, '' as hash, '' as environment, '' as text, version as number,
      frozen_at, clock_offset from giftoin_sandbox.workspaces where workspace = $1
    union all select 'key', key_name, hash, environment, settings, 0, 0, 0
      from giftoin_sandbox.api_keys where workspace = $1
    union all select distinct 'fault', key_name, '', '', '', 0, 0, 0
      from giftoin_sandbox.injected_faults where workspace = $1
    union all select 'program', '', '', '', definition, position, 0, 0
      from giftoin_sandbox.programs where workspace = $1`,
    workspace,
  );
  const found = rows.find(({ kind }) => kind === 'workspace');
  if (!found) return undefined;
  const namesWithFaults = new Set(rows.filter(({ kind }) => kind === 'fault').map((row) => row.key_name));
  const keys = rows.filter(({ kind }) => kind === 'key').map((row) => toStoredApiKey(row, namesWithFaults));
  const programs = rows
    .filter(({ kind }) => kind === 'program')
    .sort((a, b) => Number(a.number) - Number(b.number))
    .map((row) => JSON.parse(String(row.text)) as Program);
  return {
    version: Number(found.number),
    clock: toClockState(found),
    keys: new Map(keys.map((key) => [key.hash, key])),
    programs,
    programsByEnvironment: Map.groupBy(programs, ({ environment }) => environment),
    size: rows.reduce((sum, { text }) => sum + sizeFactor * String(text).length, 0),
  };
}

function toStoredApiKey(row: Row, namesWithFaults: ReadonlySet<Row[string] | undefined>): StoredApiKey {
  const settings = JSON.parse(String(row.text)) as KeySettings;
  const hasInjectedFaults = namesWithFaults.has(row.key_name);
  return {
    keyName: String(row.key_name),
    hash: String(row.hash),
    environment: String(row.environment),
    settings,
    hasInjectedFaults,
    isUnrestricted: isUnrestricted(settings, hasInjectedFaults),
  };
}
