import type { Program, User, World } from '@giftoin/types/sandbox-control';
import { type ClockState, wallClock } from '../world/clock.ts';
import { worldFaults } from '../world/world-faults.ts';
import { clockIn, programsOf, touch } from './catalogue.ts';
import type { Engine, Query } from './engine.ts';
import { resetKeys } from './keys.ts';
import { Refused } from './refused.ts';

/** The world of a workspace as it is at one moment. */
export function exportWorld(engine: Engine, workspace: string): Promise<World> {
  return engine.transaction('read', (query) => worldIn(query, workspace));
}

/** Replaces the world of a workspace. */
export function loadWorld(engine: Engine, workspace: string, world: World): Promise<undefined> {
  return replacing(engine, workspace, async () => world);
}

/** Replaces the world, and gives every key what it started with. */
export function resetWorkspace(engine: Engine, workspace: string, world: World): Promise<undefined> {
  return replacing(engine, workspace, async (query) => {
    await resetKeys(query, workspace);
    await query('delete from journal where workspace = $1', workspace);
    return world;
  });
}

export async function listSnapshots({ query }: Engine, workspace: string): Promise<string[]> {
  await clockIn(query, workspace);
  const rows = await query('select snapshot from snapshots where workspace = $1 order by snapshot', workspace);
  return rows.map((row) => String(row.snapshot));
}

export function saveSnapshot(engine: Engine, workspace: string, snapshot: string): Promise<undefined> {
  return engine.transaction('write', async (query) => {
    // Keeps changes of the whole world out until the snapshot is made of one.
    await touch(query, workspace);
    await query(
      `insert into snapshots (workspace, snapshot, world) values ($1, $2, $3)
      on conflict (workspace, snapshot) do update set world = excluded.world`,
      workspace,
      snapshot,
      JSON.stringify(await worldIn(query, workspace)),
    );
    return undefined;
  });
}

export function restoreSnapshot(engine: Engine, workspace: string, snapshot: string): Promise<undefined> {
  return replacing(engine, workspace, async (query) => {
    const statement = 'select world from snapshots where workspace = $1 and snapshot = $2';
    const [row] = await query(statement, workspace, snapshot);
    if (!row) throw noSnapshot(workspace, snapshot);
    return JSON.parse(String(row.world)) as World;
  });
}

export function deleteSnapshot(engine: Engine, workspace: string, snapshot: string): Promise<undefined> {
  return engine.transaction('write', async (query) => {
    await clockIn(query, workspace);
    const statement = 'delete from snapshots where workspace = $1 and snapshot = $2 returning snapshot';
    if ((await query(statement, workspace, snapshot)).length === 0) throw noSnapshot(workspace, snapshot);
    return undefined;
  });
}

function replacing(engine: Engine, workspace: string, next: (query: Query) => Promise<World>): Promise<undefined> {
  return engine.transaction('write', async (query) => {
    await touch(query, workspace);
    await storeWorld(query, workspace, await next(query));
    return undefined;
  });
}

/** Stores a world in a workspace in place of the one that is there, if any. */
export async function storeWorld(query: Query, workspace: string, world: World): Promise<void> {
  const faults = worldFaults(world);
  if (faults.length > 0) throw new Refused(400, `The world does not fit together: ${faults.slice(0, 10).join(' ')}`);
  for (const table of ['programs', 'holdings', 'claims', 'members']) {
    await query(`delete from ${table} where workspace = $1`, workspace);
  }
  await storeClock(query, workspace, { ...wallClock, ...world.clock });
  await inWaves(world.programs, (program, position) =>
    query(
      'insert into programs (workspace, program_id, position, definition) values ($1, $2, $3, $4)',
      workspace,
      program.id,
      position,
      JSON.stringify(program satisfies Program),
    ),
  );
  await inWaves(world.users ?? [], (user) => storeUser(query, workspace, user));
}

export async function storeClock(query: Query, workspace: string, { frozenAt, offset }: ClockState): Promise<void> {
  const statement = 'update workspaces set frozen_at = $2, clock_offset = $3 where workspace = $1';
  await query(statement, workspace, frozenAt, offset);
}

async function storeUser(query: Query, workspace: string, user: User): Promise<void> {
  const member = `${user.platform}/${user.platformUserId}`;
  const holdings = Object.entries(user.cards ?? {}).flatMap(([programId, cards]) =>
    Object.entries(cards).map(([cardId, quantity]) => [programId, cardId, quantity] as const),
  );
  await query('insert into members (workspace, member, version) values ($1, $2, 1)', workspace, member);
  await Promise.all([
    ...holdings.map((holding) =>
      query(
        'insert into holdings (workspace, member, program_id, card_id, quantity) values ($1, $2, $3, $4, $5)',
        workspace,
        member,
        ...holding,
      ),
    ),
    ...Object.entries(user.claims ?? {}).map((claim) =>
      query(
        'insert into claims (workspace, member, program_id, claimed_at) values ($1, $2, $3, $4)',
        workspace,
        member,
        ...claim,
      ),
    ),
  ]);
}

async function worldIn(query: Query, workspace: string): Promise<World> {
  const clock = await clockIn(query, workspace);
  const programs = await programsOf(query, workspace);
  const users = new Map<string, { cards: Named<Named<number>>; claims: Named<number> }>();
  const userOf = (member: unknown) => {
    const user = users.get(String(member)) ?? { cards: named(), claims: named() };
    users.set(String(member), user);
    return user;
  };
  const inOrder = 'where workspace = $1 order by member, program_id';
  for (const row of await query(`select * from holdings ${inOrder}, card_id`, workspace)) {
    const { cards } = userOf(row.member);
    const programId = String(row.program_id);
    cards[programId] ??= named();
    cards[programId][String(row.card_id)] = Number(row.quantity);
  }
  for (const row of await query(`select * from claims ${inOrder}`, workspace)) {
    userOf(row.member).claims[String(row.program_id)] = Number(row.claimed_at);
  }
  return {
    programs,
    users: [...users].map(([member, belongings]) => {
      const slash = member.indexOf('/');
      return { platform: member.slice(0, slash), platformUserId: member.slice(slash + 1), ...belongings };
    }),
    clock,
  };
}

type Named<Value> = Record<string, Value>;

/** A record in which `__proto__` is a name like any other. */
function named<Value>(): Named<Value> {
  return Object.create(null);
}

/** A database that is far away answers a wave in the time of one statement. */
async function inWaves<Item>(items: readonly Item[], store: (item: Item, index: number) => Promise<unknown>) {
  const wave = 200;
  for (let start = 0; start < items.length; start += wave) {
    await Promise.all(items.slice(start, start + wave).map((item, index) => store(item, start + index)));
  }
}

function noSnapshot(workspace: string, snapshot: string): Refused {
  return new Refused(404, `There is no snapshot ${snapshot} in the workspace ${workspace}.`);
}
