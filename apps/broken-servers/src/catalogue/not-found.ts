import { isWellFormed, readParameter, withTarget } from '../changes/parameters.ts';
import {
  changeRequest,
  createErrorResponse,
  createHtmlResponse,
  createJsonResponse,
  createRedirect,
  onStatus,
  withBody,
} from '../changes/responses.ts';
import { createDefects, type EntryOptions, type Row } from '../entry.ts';
import type { Change } from '../server/respond.ts';
import { programIds } from '../server/worlds.ts';

const known = Object.values<string>(programIds);
const notFound: EntryOptions = { check: '/not-found' };

/** Returns a known program for the ID of an unknown one. */
const findProgram = (find: (programId: string) => string | undefined): Change =>
  changeRequest((request) =>
    withTarget(request, ({ programId }) => {
      const isUnknown = programId !== undefined && isWellFormed('programId', programId) && !known.includes(programId);
      const found = isUnknown ? find(programId) : undefined;
      return found === undefined ? {} : { programId: found };
    }),
  );

const rows: readonly Row[] = [
  ['null', 'returns null for an unknown program', onStatus(404, () => createJsonResponse(200, null)), notFound],
  ['empty-object', 'returns an empty object for an unknown program', onStatus(404, () => createJsonResponse(200, {}))],
  ['empty-array', 'returns an empty array for an unknown program', onStatus(404, () => createJsonResponse(200, []))],
  [
    '204',
    'returns 204 for an unknown program',
    onStatus(404, () => ({ status: 204, headers: [], body: Buffer.from('') })),
  ],
  ['400', 'returns 400 for an unknown program', onStatus(404, () => createErrorResponse(400))],
  ['401', 'returns 401 for an unknown program', onStatus(404, () => createErrorResponse(401, 1_001))],
  ['403', 'returns 403 for an unknown program', onStatus(404, () => createErrorResponse(403))],
  ['410', 'returns 410 for an unknown program', onStatus(404, () => createErrorResponse(410))],
  ['500', 'returns 500 for an unknown program', onStatus(404, () => createErrorResponse(500))],
  ['first', 'returns the first program for an unknown one', findProgram(() => programIds.started)],
  [
    'prefix',
    'finds a program by the start of its ID',
    findProgram((id) => known.find((other) => other.startsWith(id))),
    notFound,
  ],
  [
    'suffix-appended',
    'finds a program by its ID with more text after it',
    findProgram((id) => known.find((other) => id.startsWith(other))),
  ],
  [
    'case-insensitive',
    'compares program IDs without case',
    findProgram((id) => known.find((other) => other.toLowerCase() === id.toLowerCase())),
    notFound,
  ],
  [
    'underscore-wildcard',
    'compares program IDs with an SQL pattern, so that _ matches any character',
    findProgram((id) => known.find((other) => new RegExp(`^${id.replaceAll('_', '.')}$`).test(other))),
    notFound,
  ],
  [
    'redirect-to-list',
    'redirects from an unknown program to the list',
    onStatus(404, (_, request) => createRedirect(302, request.target.replace(/\/[^/]*$/, ''))),
  ],
  [
    'redirect-to-site',
    'redirects from an unknown program to the website',
    onStatus(404, () => createRedirect(303, 'https://giftoin.org/')),
  ],
  [
    'html-200',
    'returns 200 and an HTML page for an unknown program',
    onStatus(404, () => createHtmlResponse(200, 'Giftoin')),
  ],
  [
    'empty-program',
    'returns a program without cards for an unknown program',
    onStatus(404, (_, request) =>
      createJsonResponse(200, createEmptyProgram(readParameter(request, 'programId') ?? '')),
    ),
  ],
  ['no-body', 'returns a 404 without a body', onStatus(404, (response) => withBody(response, Buffer.from('')))],
  [
    'undefined',
    'returns a 404 with the body "undefined"',
    onStatus(404, (response) => withBody(response, Buffer.from('undefined'))),
  ],
];

function createEmptyProgram(id: string) {
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

export const notFoundDefects = createDefects('not-found', rows);
