import { setImmediate } from 'node:timers/promises';
import type { Engine } from './engine.ts';

/** Which version of a workspace and of a user in it is stored. A user of whom nothing is stored has version 0. */
export interface Versions {
  readonly workspace: number;
  readonly member: number;
}

type Answered = (members: ReadonlyMap<string, number> | undefined | Error) => void;

/** Reads the versions that are stored; undefined where there is no such workspace. */
export type VersionReader = (workspace: string, member: string) => Promise<Versions | undefined>;

/**
 * Reads versions, to tell whether what is in memory is still true: for every request, because another process may have
 * changed it.
 */
export function versionReader(engine: Engine): VersionReader {
  const read = batchedReader(engine);
  return engine.changes ? rememberingReader(read, engine.changes) : read;
}

/** How many versions are remembered. */
const mostRemembered = 10_000;

/**
 * Asks the database only where it has changed since. Whether it has is found out once for all requests that came in the
 * same turn of the event loop, at its end.
 */
function rememberingReader(read: VersionReader, changes: () => number): VersionReader {
  const remembered = new Map<string, Versions | undefined>();
  let at = -1;
  let turn: Promise<void> | undefined;

  async function endOfTurn(): Promise<void> {
    await setImmediate();
    turn = undefined;
    const now = changes();
    if (now !== at || remembered.size > mostRemembered) remembered.clear();
    at = now;
  }

  return async (workspace, member) => {
    turn ??= endOfTurn();
    await turn;
    const name = `${workspace} ${member}`;
    if (remembered.has(name)) return remembered.get(name);
    const before = at;
    const versions = await read(workspace, member);
    // What was read during a change may be of before it.
    if (changes() === before && at === before) remembered.set(name, versions);
    return versions;
  };
}

/**
 * Requests that come while one query is under way share the next, so that each is answered from a moment after it came and
 * a busy server asks but once at a time.
 */
function batchedReader(engine: Engine): VersionReader {
  const statement = `select '' as member, version from workspaces where workspace = $1
    union all select member, version from members where workspace = $1 and member ${engine.anyOf('$2')}`;
  const waiting = new Map<string, { members: Set<string>; answers: Answered[] }>();
  const underWay = new Set<string>();

  async function ask(workspace: string): Promise<void> {
    underWay.add(workspace);
    for (let batch = waiting.get(workspace); batch; batch = waiting.get(workspace)) {
      waiting.delete(workspace);
      const { members, answers } = batch;
      const found = await read(workspace, [...members]).catch((error: Error) => error);
      for (const answer of answers) answer(found);
    }
    underWay.delete(workspace);
  }

  async function read(workspace: string, members: readonly string[]) {
    const rows = await engine.query(statement, workspace, members);
    return rows.length === 0 ? undefined : new Map(rows.map((row) => [String(row.member), Number(row.version)]));
  }

  return (workspace, member) =>
    new Promise((resolve, reject) => {
      const batch = waiting.get(workspace) ?? { members: new Set(), answers: [] };
      waiting.set(workspace, batch);
      if (member !== '') batch.members.add(member);
      batch.answers.push((found) => {
        if (found instanceof Error) reject(found);
        else resolve(found && { workspace: found.get('') ?? 0, member: found.get(member) ?? 0 });
      });
      if (!underWay.has(workspace)) void ask(workspace);
    });
}
