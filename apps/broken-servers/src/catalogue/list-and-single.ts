import { shortHeader } from '../changes/api-keys.ts';
import { changeList, changeListed, changeSingle, hasId, type Progress } from '../changes/bodies.ts';
import { isSingleRequest, readParameter, withTarget } from '../changes/parameters.ts';
import {
  changeResponseIf,
  createErrorResponse,
  createJsonResponse,
  onSuccess,
  parseBody,
} from '../changes/responses.ts';
import { createDefects, type EntryOptions, type Row } from '../entry.ts';
import { readHeader } from '../server/headers.ts';
import type { Change, RawResponse } from '../server/respond.ts';
import { programIds } from '../server/worlds.ts';

const compared: EntryOptions = { check: '/list-and-one' };

/** Changes some properties of every program in the list. */
const changeInList = (change: (program: Progress) => object): Change =>
  changeListed((program) => ({ ...program, ...change(program) }));
const replaceEmptyList = (empty: RawResponse): Change =>
  onSuccess((response) => (JSON.stringify(parseBody(response)) === '[]' ? empty : response));

const rows: readonly Row[] = [
  [
    'known-not-listed',
    'leaves a program out of the list that it returns on its own',
    changeList((list) => list.filter(({ id }) => id !== programIds.started)),
    { program: programIds.started },
  ],
  [
    'order-depends-on-header',
    'reverses the list if the key is in gft-api-key',
    changeList((list, request) => (readHeader(request, shortHeader) ? list.toReversed() : list)),
  ],
  [
    'listed-404',
    'returns 404 for a program that it lists',
    changeResponseIf(
      (request) => readParameter(request, 'programId') === programIds.claimable,
      createErrorResponse(404),
    ),
    compared,
  ],
  ['listed-twice', 'lists the first program twice', changeList((list) => [...list.slice(0, 1), ...list])],
  [
    'listed-for-each-card',
    'lists a program once for each owned card',
    changeList((list) =>
      list.flatMap((program) => Array.from({ length: Math.max(1, program.collectedCount) }, () => program)),
    ),
  ],
  [
    'other-id-in-list',
    'lists a program with another ID',
    changeListed((program) => (hasId(programIds.begun)(program) ? { ...program, id: 'spring-2026' } : program)),
  ],
  [
    'other-id-in-single',
    'returns another ID than the requested one',
    changeSingle((program) => ({ ...program, id: 'program_456' })),
    { check: 'responses/requested-parameters' },
  ],
  [
    'always-first',
    'returns the first program for every program ID',
    (respond) => async (request) => {
      const response = await respond(request);
      return response.status === 200 && isSingleRequest(request)
        ? respond(withTarget(request, () => ({ programId: programIds.started })))
        : response;
    },
  ],
  ['name', 'shortens names in the list', changeInList(({ name }) => ({ name: name.slice(0, 10) })), compared],
  [
    'status',
    'lists a complete program as in progress',
    changeInList(({ status }) => ({ status: status === 'completed' ? 'in_progress' : status })),
  ],
  [
    'quantity',
    'lists card quantities of at most 1',
    changeInList(({ cards }) => ({
      cards: cards.map((card) => ({ ...card, ownedQuantity: Math.min(1, card.ownedQuantity) })),
    })),
  ],
  ['no-cards', 'lists programs without their cards', changeInList(() => ({ cards: [] }))],
  ['card-order', 'lists the cards in another order', changeInList(({ cards }) => ({ cards: cards.toReversed() }))],
  ['no-reward', 'lists programs without their rewards', changeInList(() => ({ reward: null }))],
  [
    'no-reward-value',
    'lists rewards without their values',
    changeInList(({ reward }) => ({ reward: reward ? { ...reward, value: null } : null })),
  ],
  [
    'claim-not-listed',
    'lists a claimed reward as not claimed',
    changeListed((program) =>
      program.reward && hasId(programIds.claimed)(program)
        ? { ...program, reward: { ...program.reward, isClaimed: false, canClaim: true, claimedTimestamp: null } }
        : program,
    ),
  ],
  ['empty-404', 'returns 404 instead of an empty list', replaceEmptyList(createErrorResponse(404)), { world: 'empty' }],
  [
    'empty-null',
    'returns null instead of an empty list',
    replaceEmptyList(createJsonResponse(200, null)),
    { world: 'empty' },
  ],
  [
    'empty-204',
    'returns 204 instead of an empty list',
    replaceEmptyList({ status: 204, headers: [], body: Buffer.from('') }),
    { world: 'empty' },
  ],
  [
    'empty-object',
    'returns an object instead of an empty list',
    replaceEmptyList(createJsonResponse(200, {})),
    { world: 'empty' },
  ],
];

export const listAndSingleDefects = createDefects('list-and-single', rows);
