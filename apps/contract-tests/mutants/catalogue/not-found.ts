import { errorAnswer, htmlAnswer, jsonAnswer, onStatus, withBody } from '../changes/messages.ts';
import { parameterOf, withSent } from '../changes/targets.ts';
import { defects, type Row } from '../mutant.ts';
import type { Answer, Mutation } from '../server/exchange.ts';
import { ids } from '../server/worlds.ts';

const known = Object.values<string>(ids);
const redirectedTo = (status: number, location: string): Answer => ({
  status,
  headers: [['Location', location]],
  body: Buffer.from(''),
});

/** Answers a program that does not exist as one that does. */
const finding =
  (find: (programId: string) => string | undefined): Mutation =>
  (ask) =>
  (request) =>
    ask(
      withSent(request, ({ programId }) => {
        const isWellFormed = programId !== undefined && /^[\w-]{1,128}$/.test(programId);
        const found = isWellFormed && !known.includes(programId) ? find(programId) : undefined;
        return found === undefined ? {} : { programId: found };
      }),
    );

const rows: readonly Row[] = [
  ['null', 'a program that does not exist is null', onStatus(404, () => jsonAnswer(200, null))],
  ['empty-object', 'a program that does not exist is an empty object', onStatus(404, () => jsonAnswer(200, {}))],
  ['empty-array', 'a program that does not exist is an empty array', onStatus(404, () => jsonAnswer(200, []))],
  [
    'no-content',
    'a program that does not exist gets 204',
    onStatus(404, () => ({ status: 204, headers: [], body: Buffer.from('') })),
  ],
  ['400', 'a program that does not exist gets 400', onStatus(404, () => errorAnswer(400))],
  ['401', 'a program that does not exist gets 401', onStatus(404, () => errorAnswer(401, 1_001))],
  ['403', 'a program that does not exist gets 403', onStatus(404, () => errorAnswer(403))],
  ['410', 'a program that does not exist gets 410', onStatus(404, () => errorAnswer(410))],
  ['500', 'a program that does not exist breaks the server', onStatus(404, () => errorAnswer(500))],
  ['first', 'a program that does not exist is the first there is', finding(() => ids.started)],
  ['beginning', 'a beginning of an id finds the program', finding((id) => known.find((other) => other.startsWith(id)))],
  [
    'longer',
    'an id with more behind it finds the program',
    finding((id) => known.find((other) => id.startsWith(other))),
  ],
  [
    'case',
    'ids are compared without case',
    finding((id) => known.find((other) => other.toLowerCase() === id.toLowerCase())),
  ],
  [
    'redirect',
    'a program that does not exist is redirected to the list',
    onStatus(404, (_, request) => redirectedTo(302, request.target.replace(/\/[^/]*$/, ''))),
  ],
  [
    'see-other',
    'a program that does not exist is redirected to the site',
    onStatus(404, () => redirectedTo(303, 'https://giftoin.org/')),
  ],
  [
    'html-200',
    'a program that does not exist gets the page of an app',
    onStatus(404, () => htmlAnswer(200, 'Giftoin')),
  ],
  [
    'empty-program',
    'a program that does not exist is one without cards',
    onStatus(404, (_, request) => jsonAnswer(200, emptyProgram(parameterOf(request, 'programId') ?? ''))),
  ],
  ['no-body', 'a 404 has no body', onStatus(404, (answer) => withBody(answer, Buffer.from('')))],
  ['undefined', 'a 404 says undefined', onStatus(404, (answer) => withBody(answer, Buffer.from('undefined')))],
];

function emptyProgram(id: string) {
  const texts = { id, name: '', image: 'https://example.com/none.png', description: '', environment: 'production' };
  const counts = { size: 0, collectedCount: 0, progressInPercentage: 0, createdTimestamp: 0 };
  return {
    ...texts,
    ...counts,
    cards: [],
    status: 'in_progress',
    duration: { start: null, end: null },
    timeLeft: null,
    reward: null,
  };
}

export const notFoundDefects = defects('not found', rows);
