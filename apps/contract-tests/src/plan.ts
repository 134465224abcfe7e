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
  keyHeaders,
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

/** Those that compare answers: one at a time, so that little happens between two answers, and the longest at the end. */
const quiet: readonly Group[] = [unknownQuery, stable, listAndOne];

/**
 * Every check of the contract that can be made of a server, and, as skipped, every one that cannot: first those that may run
 * all at once, then those that need quiet.
 *
 * @param only what their ids must have in them
 */
export function checksOf(
  server: Server,
  only = '',
): { readonly first: readonly Check[]; readonly last: readonly Check[] } {
  const checks = (groups: readonly Group[]) =>
    groups.flatMap((group) => group(server)).filter(({ id }) => id.includes(only));
  return { first: checks(concurrent), last: checks(quiet) };
}
