import type { KeySettings, Program } from '@giftoin/types/sandbox-control';
import type { ClockState } from '../world/clock.ts';
import type { Engine, Query, Row } from './engine.ts';
import { Refused } from './refused.ts';

/** An API key as it is stored. */
export interface StoredKey {
  readonly keyName: string;
  /** Of the key's text; see `hashOf`. */
  readonly hash: string;
  readonly environment: string;
  readonly settings: KeySettings;
  readonly hasFaults: boolean;
  /** Whether nothing keeps it from an answer: neither settings nor faults. */
  readonly isFree: boolean;
}

/** What all users of a workspace have in common, at one version. */
export interface Catalogue {
  /** Changes with every change of what is here. */
  readonly version: number;
  readonly clock: ClockState;
  readonly keys: ReadonlyMap<string, StoredKey>;
  /** In the order in which the API lists them. */
  readonly programs: readonly Program[];
}

/** The catalogue of a workspace; undefined where there is no such workspace. */
export function readCatalogue(engine: Engine, workspace: string): Promise<Catalogue | undefined> {
  return engine.transaction('read', async (query) => {
    const [found] = await query(
      'select version, frozen_at, clock_offset from workspaces where workspace = $1',
      workspace,
    );
    if (!found) return undefined;
    const keys = await query('select * from api_keys where workspace = $1', workspace);
    const faulty = await query('select distinct key_name from faults where workspace = $1', workspace);
    const names = new Set(faulty.map((row) => row.key_name));
    return {
      version: Number(found.version),
      clock: clockOf(found),
      keys: new Map(keys.map((row) => [String(row.hash), keyOf(row, names.has(row.key_name ?? ''))])),
      programs: await programsOf(query, workspace),
    };
  });
}

export async function programsOf(query: Query, workspace: string): Promise<Program[]> {
  const rows = await query('select definition from programs where workspace = $1 order by position', workspace);
  return rows.map((row) => JSON.parse(String(row.definition)) as Program);
}

/**
 * Keeps other changes of the workspace out until the transaction ends. Whatever changes something in it does this first, so
 * that no two changes can wait for each other.
 *
 * @throws {Refused} where there is no such workspace
 */
export function lock(query: Query, workspace: string): Promise<ClockState> {
  return advance(query, workspace, 0);
}

/**
 * Gives the workspace its next version, after which every process reads its catalogue anew, and locks it.
 *
 * @throws {Refused} where there is no such workspace
 */
export function touch(query: Query, workspace: string): Promise<ClockState> {
  return advance(query, workspace, 1);
}

async function advance(query: Query, workspace: string, by: 0 | 1): Promise<ClockState> {
  const [row] = await query(
    'update workspaces set version = version + $2 where workspace = $1 returning frozen_at, clock_offset',
    workspace,
    by,
  );
  if (!row) throw noWorkspace(workspace);
  return clockOf(row);
}

/** @throws {Refused} where there is no such workspace */
export async function clockIn(query: Query, workspace: string): Promise<ClockState> {
  const [row] = await query('select frozen_at, clock_offset from workspaces where workspace = $1', workspace);
  if (!row) throw noWorkspace(workspace);
  return clockOf(row);
}

function noWorkspace(workspace: string): Refused {
  return new Refused(404, `There is no workspace ${workspace}.`);
}

function clockOf(row: Row): ClockState {
  return { frozenAt: row.frozen_at === null ? null : Number(row.frozen_at), offset: Number(row.clock_offset) };
}

function keyOf(row: Row, hasFaults: boolean): StoredKey {
  const settings = JSON.parse(String(row.settings)) as KeySettings;
  return {
    keyName: String(row.key_name),
    hash: String(row.hash),
    environment: String(row.environment),
    settings,
    hasFaults,
    isFree: !hasFaults && !settings.overdue && !settings.planDenied && !settings.rateLimit,
  };
}
