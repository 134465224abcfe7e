import { formatUserKey, parseUserKey, requireValidWorld, systemClock } from '@giftoin/simulator/sandbox';
import type { User, World } from '@giftoin/types/sandbox-control';
import type { Query } from '../database/engine.ts';
import { storeClock } from './clocks.ts';
import { readPrograms, storePrograms } from './programs.ts';
import { runInBatches } from './run-in-batches.ts';
import { readClockState } from './workspace-version.ts';

/**
 * Replaces the world of a workspace.
 *
 * @throws {RequestError} if the world is invalid
 */
export async function storeWorld(query: Query, workspace: string, world: World): Promise<void> {
  requireValidWorld(world);
  for (const table of ['programs', 'card_quantities', 'claims', 'users']) {
    await query(`delete from ${table} where workspace = $1`, workspace);
  }
  await storeClock(query, workspace, { ...systemClock, ...world.clock });
  await storePrograms(query, workspace, world.programs);
  await runInBatches(world.users ?? [], (user) => storeUser(query, workspace, user));
}

async function storeUser(query: Query, workspace: string, user: User): Promise<void> {
  const userKey = formatUserKey(user);
  const quantities = Object.entries(user.cards ?? {}).flatMap(([programId, cards]) =>
    Object.entries(cards).map(([cardId, quantity]) => [programId, cardId, quantity] as const),
  );
  const insertQuantity = `insert into card_quantities (workspace, user_key, program_id, card_id, quantity)
    values ($1, $2, $3, $4, $5)`;
  const insertClaim = 'insert into claims (workspace, user_key, program_id, claimed_at) values ($1, $2, $3, $4)';
  await query('insert into users (workspace, user_key, version) values ($1, $2, 1)', workspace, userKey);
  await Promise.all([
    ...quantities.map((quantity) => query(insertQuantity, workspace, userKey, ...quantity)),
    ...Object.entries(user.claims ?? {}).map((claim) => query(insertClaim, workspace, userKey, ...claim)),
  ]);
}

/**
 * Reads the world of a workspace.
 *
 * @throws {RequestError} if the workspace does not exist
 */
export async function readWorld(query: Query, workspace: string): Promise<World> {
  const clock = await readClockState(query, workspace);
  const programs = await readPrograms(query, workspace);
  return { programs, users: await readUsers(query, workspace), clock };
}

/** Reads the users of a workspace, sorted by their keys. */
async function readUsers(query: Query, workspace: string): Promise<User[]> {
  const users = new Map<string, { cards: Dictionary<Dictionary<number>>; claims: Dictionary<number> }>();
  const findOrAddUser = (userKey: string) => {
    const user = users.get(userKey) ?? { cards: createDictionary(), claims: createDictionary() };
    users.set(userKey, user);
    return user;
  };
  const sorted = 'where workspace = $1 order by user_key, program_id';
  for (const row of await query(`select * from card_quantities ${sorted}, card_id`, workspace)) {
    const { cards } = findOrAddUser(String(row.user_key));
    const programId = String(row.program_id);
    cards[programId] ??= createDictionary();
    cards[programId][String(row.card_id)] = Number(row.quantity);
  }
  for (const row of await query(`select * from claims ${sorted}`, workspace)) {
    findOrAddUser(String(row.user_key)).claims[String(row.program_id)] = Number(row.claimed_at);
  }
  return [...users].map(([userKey, user]) => ({ ...parseUserKey(userKey), ...user }));
}

type Dictionary<Value> = Record<string, Value>;

/** Creates an object without a prototype, because a program ID or a card ID can be `__proto__`. */
function createDictionary<Value>(): Dictionary<Value> {
  return Object.create(null);
}
