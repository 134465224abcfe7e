import type { Check } from './check.ts';
import { documented } from './checks/documented.ts';
import { keyHeaders } from './checks/key-headers.ts';
import { keyOrder } from './checks/key-order.ts';
import { keyPlaces } from './checks/key-places.ts';
import { listAndOne } from './checks/list-and-one.ts';
import { malformed } from './checks/malformed.ts';
import { nearKeys } from './checks/near-keys.ts';
import { nobody } from './checks/nobody.ts';
import { notFound } from './checks/not-found.ts';
import { order } from './checks/order.ts';
import { stable } from './checks/stable.ts';
import { unknownQuery } from './checks/unknown-query.ts';
import { usersAlike } from './checks/users-alike.ts';
import { wellFormed } from './checks/well-formed.ts';
import type { Server } from './server.ts';

type Group = (server: Server) => readonly Check[];

const concurrent: readonly Group[] = [
  documented,
  nearKeys,
  keyPlaces,
  keyOrder,
  order,
  malformed,
  wellFormed,
  notFound,
  nobody,
  usersAlike,
];

/** Those that compare answers, one at a time, so that little happens between two: they are few and tell much. */
const quiet: readonly Group[] = [unknownQuery, stable];

/** Above this, a list takes so much of the budget to compare that it comes last. */
const shortList = 20;

/** Checks that are made together, before those of the next stage. */
export interface Stage {
  readonly checks: readonly Check[];
  readonly oneAtATime: boolean;
}

/**
 * Every check of the contract that can be made of a server, and, as skipped, every one that cannot.
 *
 * @param only what their ids must have in them
 */
export function stagesOf(server: Server, only = ''): readonly Stage[] {
  const stage = (groups: readonly Group[], oneAtATime: boolean): Stage => ({
    checks: groups.flatMap((group) => group(server)).filter(({ id }) => id.includes(only)),
    oneAtATime,
  });
  const isShort = [...server.listed.values()].every(({ length }) => length <= shortList);
  return [
    // What is wrong with a header shows best where it is asked alone, before answers are compared.
    stage([keyHeaders], false),
    stage(isShort ? [listAndOne, ...quiet] : quiet, true),
    stage(concurrent, false),
    stage(isShort ? [] : [listAndOne], true),
  ];
}
