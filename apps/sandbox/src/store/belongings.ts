import type { Program, Standing } from '@giftoin/types/sandbox-control';
import { timeOf } from '../world/clock.ts';
import { type Holding, nothing, progressOf } from '../world/progress.ts';
import { lock } from './catalogue.ts';
import type { Engine, Query } from './engine.ts';
import { Refused } from './refused.ts';

/** What a user owns and has claimed, at one version, by the id of the program. */
export interface Belongings {
  readonly version: number;
  readonly holdings: ReadonlyMap<string, Holding>;
}

/** A program of a user. `member` is the platform and the user's identifier there, with a slash between. */
export interface Place {
  readonly workspace: string;
  readonly member: string;
  readonly programId: string;
}

const mostOfOneCard = 2_000_000_000;

/** What a user owns; the one statement sees one moment. */
export async function readBelongings({ query }: Engine, workspace: string, member: string): Promise<Belongings> {
  const rows = await query(
    `select '' as program_id, '' as card_id, version as number from members where workspace = $1 and member = $2
    union all select program_id, card_id, quantity from holdings where workspace = $1 and member = $2
    union all select program_id, '', claimed_at from claims where workspace = $1 and member = $2`,
    workspace,
    member,
  );
  let version = 0;
  const holdings = new Map<string, { quantities: Map<string, number>; claimedAt: number | undefined }>();
  for (const { program_id, card_id, number } of rows) {
    const programId = String(program_id);
    if (programId === '') {
      version = Number(number);
      continue;
    }
    const holding = holdings.get(programId) ?? { quantities: new Map(), claimedAt: undefined };
    holdings.set(programId, holding);
    if (card_id === '') holding.claimedAt = Number(number);
    else holding.quantities.set(String(card_id), Number(number));
  }
  return { version, holdings };
}

/** Gives a user so many of a card more. */
export function grantCard(engine: Engine, place: Place, cardId: string, quantity: number): Promise<Standing> {
  return change(engine, place, async (query, program) => {
    cardOf(program, cardId);
    const [row] = await query(
      `insert into holdings (workspace, member, program_id, card_id, quantity) values ($1, $2, $3, $4, $5)
      on conflict (workspace, member, program_id, card_id) do update set quantity = holdings.quantity + excluded.quantity
      returning quantity`,
      ...keysOf(place),
      cardId,
      quantity,
    );
    if (Number(row?.quantity) > mostOfOneCard) {
      throw new Refused(
        409,
        `The user would own ${row?.quantity} of ${cardId}; at most ${mostOfOneCard} can be owned.`,
      );
    }
  });
}

/** Takes so many of a card from a user; who has fewer keeps none. */
export function revokeCard(engine: Engine, place: Place, cardId: string, quantity: number): Promise<Standing> {
  return change(engine, place, async (query, program) => {
    cardOf(program, cardId);
    const here = 'where workspace = $1 and member = $2 and program_id = $3 and card_id = $4';
    await query(`update holdings set quantity = quantity - $5 ${here}`, ...keysOf(place), cardId, quantity);
    await query(`delete from holdings ${here} and quantity <= 0`, ...keysOf(place), cardId);
  });
}

/** Gives a user every card of a program but the last `missing`, of which none stay. */
export function completeCollection(engine: Engine, place: Place, missing: number): Promise<Standing> {
  return change(engine, place, async (query, { id, cards }) => {
    if (missing > cards.length) throw new Refused(400, `missing is ${missing}; ${id} has ${cards.length} cards.`);
    const owned = cards.slice(0, cards.length - missing).map((card) => card.id);
    const left = cards.slice(cards.length - missing).map((card) => card.id);
    await query(
      `delete from holdings where workspace = $1 and member = $2 and program_id = $3 and card_id ${engine.anyOf('$4')}`,
      ...keysOf(place),
      left,
    );
    const insert = `insert into holdings (workspace, member, program_id, card_id, quantity) values ($1, $2, $3, $4, 1)
      on conflict (workspace, member, program_id, card_id) do nothing`;
    for (const cardId of owned) await query(insert, ...keysOf(place), cardId);
  });
}

/** Claims the reward of a complete collection, once. */
export function claimReward(engine: Engine, place: Place): Promise<Standing> {
  return change(engine, place, async (query, program, holding, now) => {
    const { reward, status, collectedCount, size } = progressOf(program, holding, now);
    if (!reward) throw new Refused(409, `${program.id} has no reward to claim.`);
    if (reward.isClaimed) throw new Refused(409, `The reward of ${program.id} is claimed already.`);
    if (!reward.canClaim) {
      const why = status === 'upcoming' ? 'has not started' : `has ${collectedCount} of ${size} cards collected`;
      throw new Refused(409, `The reward of ${program.id} cannot be claimed: the program ${why}.`);
    }
    await query(
      'insert into claims (workspace, member, program_id, claimed_at) values ($1, $2, $3, $4)',
      ...keysOf(place),
      now,
    );
  });
}

/** Takes a claim back. */
export function unclaimReward(engine: Engine, place: Place): Promise<Standing> {
  return change(engine, place, async (query, { id }, { claimedAt }) => {
    if (claimedAt === undefined) throw new Refused(409, `The reward of ${id} is not claimed.`);
    await query('delete from claims where workspace = $1 and member = $2 and program_id = $3', ...keysOf(place));
  });
}

type Change = (query: Query, program: Program, holding: Holding, now: number) => Promise<void>;

/** Changes what a user owns of a program, one change after the other, and tells where the user stands then. */
function change(engine: Engine, place: Place, body: Change): Promise<Standing> {
  return engine.transaction('write', async (query) => {
    const now = timeOf(await lock(query, place.workspace));
    await query(
      `insert into members (workspace, member, version) values ($1, $2, 1)
      on conflict (workspace, member) do update set version = members.version + 1`,
      place.workspace,
      place.member,
    );
    const program = await programIn(query, place);
    await body(query, program, await holdingIn(query, place), now);
    return standingOf(program, await holdingIn(query, place), now);
  });
}

async function programIn(query: Query, { workspace, programId }: Place): Promise<Program> {
  const statement = 'select definition from programs where workspace = $1 and program_id = $2';
  const [row] = await query(statement, workspace, programId);
  if (!row) throw new Refused(404, `There is no program ${programId} in the workspace ${workspace}.`);
  return JSON.parse(String(row.definition)) as Program;
}

async function holdingIn(query: Query, place: Place): Promise<Holding> {
  const here = 'where workspace = $1 and member = $2 and program_id = $3';
  const cards = await query(`select card_id, quantity from holdings ${here}`, ...keysOf(place));
  const [claim] = await query(`select claimed_at from claims ${here}`, ...keysOf(place));
  if (cards.length === 0 && !claim) return nothing;
  return {
    quantities: new Map(cards.map((row) => [String(row.card_id), Number(row.quantity)])),
    claimedAt: claim && Number(claim.claimed_at),
  };
}

function standingOf(program: Program, holding: Holding, now: number): Standing {
  const { id, size, collectedCount, status, reward } = progressOf(program, holding, now);
  const { canClaim = false, isClaimed = false } = reward ?? {};
  return { programId: id, size, collectedCount, status, canClaim, isClaimed };
}

function cardOf({ id, cards }: Program, cardId: string): void {
  if (!cards.some((card) => card.id === cardId)) throw new Refused(404, `There is no card ${cardId} in ${id}.`);
}

function keysOf({ workspace, member, programId }: Place): [string, string, string] {
  return [workspace, member, programId];
}
