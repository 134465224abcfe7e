import { lists, type Progress } from '../changes/bodies.ts';
import { short } from '../changes/keys.ts';
import { errorAnswer, instead, jsonAnswer, jsonOf } from '../changes/messages.ts';
import { isOne, parameterOf, withSent } from '../changes/targets.ts';
import { defects, type Row } from '../mutant.ts';
import { type Answer, type Mutation, valuesOf } from '../server/exchange.ts';
import { ids } from '../server/worlds.ts';

/** A program alone is answered in another way. */
const alone = (id: string, answer: Answer): Mutation =>
  instead((request) => parameterOf(request, 'programId') === id, answer);
/** Every program in the list, or the one of an id, differs from itself alone. */
const listed = (change: (program: Progress) => object, id?: string): Mutation =>
  lists((list) =>
    list.map((program) => (id === undefined || program.id === id ? { ...program, ...change(program) } : program)),
  );

const rows: readonly Row[] = [
  [
    'known-not-listed',
    'the list leaves out a program that is answered alone',
    lists((list) => list.filter(({ id }) => id !== ids.started)),
    { program: ids.started },
  ],
  [
    'order-by-header',
    'the list is in the other order where the key is in gft-api-key',
    lists((list, request) => (valuesOf(request, short).some(Boolean) ? list.toReversed() : list)),
  ],
  ['listed-404', 'a listed program is not found alone', alone(ids.claimable, errorAnswer(404))],
  ['listed-twice', 'the first program is listed twice', lists((list) => [...list.slice(0, 1), ...list])],
  [
    'listed-for-each-card',
    'a program is listed once for each card of it that is owned',
    lists((list) =>
      list.flatMap((program) => Array.from({ length: Math.max(1, program.collectedCount) }, () => program)),
    ),
  ],
  [
    'listed-by-other-id',
    'a program is listed by another id than it is asked for',
    listed(() => ({ id: 'spring-2026' }), ids.begun),
  ],
  [
    'always-first',
    'whichever program is asked for, the first is answered',
    (ask) => async (request) => {
      const answer = await ask(request);
      return answer.status === 200 && isOne(request)
        ? ask(withSent(request, () => ({ programId: ids.started })))
        : answer;
    },
  ],
  ['name', 'the name is another in the list', listed(({ name }) => ({ name: name.slice(0, 10) }))],
  [
    'status',
    'a complete program is still in progress in the list',
    listed(({ status }) => ({ status: status === 'completed' ? 'in_progress' : status })),
  ],
  [
    'quantity',
    'the quantities in the list are at most 1',
    listed(({ cards }) => ({
      cards: cards.map((card) => ({ ...card, ownedQuantity: Math.min(1, card.ownedQuantity) })),
    })),
  ],
  ['cards-left-out', 'the list leaves out the cards', listed(() => ({ cards: [] }))],
  [
    'cards-order',
    'the cards stand in another order in the list',
    listed(({ cards }) => ({ cards: cards.toReversed() })),
  ],
  ['reward-left-out', 'the list leaves out the reward', listed(() => ({ reward: null }))],
  [
    'reward-value',
    'the value of a claimed reward stands alone, not in the list',
    listed(({ reward }) => ({ reward: reward ? { ...reward, value: null } : null })),
  ],
  [
    'reward-claim',
    'the list is behind by a claim',
    listed(
      ({ reward }) => ({
        reward: reward ? { ...reward, isClaimed: false, canClaim: true, claimedTimestamp: null } : null,
      }),
      ids.claimed,
    ),
  ],
  ['empty-is-404', 'a list without programs is not found', emptyAs(errorAnswer(404)), { world: 'nothing' }],
  ['empty-is-null', 'a list without programs is null', emptyAs(jsonAnswer(200, null)), { world: 'nothing' }],
  [
    'empty-is-204',
    'a list without programs gets 204',
    emptyAs({ status: 204, headers: [], body: Buffer.from('') }),
    { world: 'nothing' },
  ],
  ['empty-is-object', 'a list without programs is an empty object', emptyAs(jsonAnswer(200, {})), { world: 'nothing' }],
];

function emptyAs(empty: Answer): Mutation {
  return (ask) => async (request) => {
    const answer = await ask(request);
    return answer.status === 200 && JSON.stringify(jsonOf(answer)) === '[]' ? empty : answer;
  };
}

export const listAndOneDefects = defects('list and one', rows);
