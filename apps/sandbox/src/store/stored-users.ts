import { setImmediate } from 'node:timers/promises';
import { formatUserKey, parseUserKey } from '@giftoin/simulator/sandbox';
import type { User } from '@giftoin/types/sandbox-control';
import type { Engine, Query } from '../database/engine.ts';
import { listUserRanges, toCondition, toValues } from './user-ranges.ts';

const tables = ['card_quantities', 'claims', 'users'] as const;

/** Deletes all users of a workspace with what they own. */
export async function deleteUsers(query: Query, workspace: string): Promise<void> {
  for (const table of tables) {
    for await (const range of listUserRanges(query, table, workspace)) {
      const condition = `where workspace = $1 and ${toCondition(range)}`;
      await query(`delete from giftoin_sandbox.${table} ${condition}`, workspace, ...toValues(range));
    }
  }
}

/** Stores the users of a workspace that has none. */
export async function storeUsers(
  { itemsOf }: Engine,
  query: Query,
  workspace: string,
  users: readonly User[],
): Promise<void> {
  const inserts = {
    users: createInserter(
      query,
      workspace,
      `insert into giftoin_sandbox.users (workspace, user_key, version)
      select $1, value ->> 0, 1 from ${itemsOf('$2')}`,
    ),
    card_quantities: createInserter(
      query,
      workspace,
      `insert into giftoin_sandbox.card_quantities (workspace, user_key, program_id, card_id, quantity)
      select $1, value ->> 0, value ->> 1, value ->> 2, cast(value ->> 3 as bigint) from ${itemsOf('$2')}`,
    ),
    claims: createInserter(
      query,
      workspace,
      `insert into giftoin_sandbox.claims (workspace, user_key, program_id, claimed_at)
      select $1, value ->> 0, value ->> 1, cast(value ->> 2 as bigint) from ${itemsOf('$2')}`,
    ),
  };
  for (const user of users) {
    const userKey = formatUserKey(user);
    await inserts.users.add([userKey]);
    for (const [programId, cards] of Object.entries(user.cards ?? {})) {
      for (const [cardId, quantity] of Object.entries(cards)) {
        await inserts.card_quantities.add([userKey, programId, cardId, quantity]);
      }
    }
    for (const claim of Object.entries(user.claims ?? {})) await inserts.claims.add([userKey, ...claim]);
  }
  for (const insert of Object.values(inserts)) await insert.end();
}

/** How many rows one statement inserts. */
const batchSize = 250;

function createInserter(query: Query, workspace: string, statement: string) {
  let rows: (readonly (string | number)[])[] = [];
  const end = async () => {
    if (rows.length === 0) return;
    const batch = JSON.stringify(rows);
    rows = [];
    await query(statement, workspace, batch);
  };
  return {
    /** Undefined, which is not a promise, if there is nothing to wait for: most rows only fill a batch. */
    add(row: readonly (string | number)[]): Promise<void> | undefined {
      return rows.push(row) >= batchSize ? end() : undefined;
    },
    end,
  };
}

/** How many users are converted in one turn of the event loop. */
const usersPerTurn = 1_000;

/** Reads the users of a workspace who own a card or have claimed a reward, sorted by their keys. */
export async function readUsers(query: Query, workspace: string): Promise<User[]> {
  const users = new Map<string, { cards: Dictionary<Dictionary<number>>; claims: Dictionary<number> }>();
  const findOrAddUser = (userKey: string) => {
    const user = users.get(userKey) ?? { cards: createDictionary(), claims: createDictionary() };
    users.set(userKey, user);
    return user;
  };
  for await (const range of listUserRanges(query, 'card_quantities', workspace)) {
    const statement = `select * from giftoin_sandbox.card_quantities where workspace = $1 and ${toCondition(range)}
      order by user_key, program_id, card_id`;
    for (const row of await query(statement, workspace, ...toValues(range))) {
      const { cards } = findOrAddUser(String(row.user_key));
      const programId = String(row.program_id);
      cards[programId] ??= createDictionary();
      cards[programId][String(row.card_id)] = Number(row.quantity);
    }
  }
  for await (const range of listUserRanges(query, 'claims', workspace)) {
    const statement = `select * from giftoin_sandbox.claims where workspace = $1 and ${toCondition(range)}
      order by user_key, program_id`;
    for (const row of await query(statement, workspace, ...toValues(range))) {
      findOrAddUser(String(row.user_key)).claims[String(row.program_id)] = Number(row.claimed_at);
    }
  }
  const list: User[] = [];
  for (const [userKey, user] of users) {
    list.push({ ...parseUserKey(userKey), ...user });
    if (list.length % usersPerTurn === 0) await setImmediate();
  }
  return list;
}

type Dictionary<Value> = Record<string, Value>;

/** Creates an object without a prototype, because a program ID or a card ID can be `__proto__`. */
function createDictionary<Value>(): Dictionary<Value> {
  return Object.create(null);
}
