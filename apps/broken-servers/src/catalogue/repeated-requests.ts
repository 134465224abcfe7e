import { atPath, changeProgramsOf, type Progress } from '../changes/bodies.ts';
import { isListRequest } from '../changes/parameters.ts';
import { changeByNumber, createErrorResponse, createJsonResponse, parseBody, withBody } from '../changes/responses.ts';
import { createDefects, type Row } from '../entry.ts';
import { withHeader } from '../server/headers.ts';
import type { Change, RawResponse } from '../server/respond.ts';
import { textProperties } from '../server/text-properties.ts';

/** Changes each success by how often its target was requested, which starts at 1. */
const changeByRepetition =
  (change: (response: RawResponse, count: number) => RawResponse): Change =>
  (respond) => {
    const counts = new Map<string, number>();
    return async (request) => {
      const response = await respond(request);
      if (response.status !== 200) return response;
      const count = (counts.get(request.target) ?? 0) + 1;
      counts.set(request.target, count);
      return change(response, count);
    };
  };

const rows: readonly Row[] = [
  [
    'outdated-node',
    'returns outdated quantities in every second response',
    changeByNumber((response, number) =>
      response.status === 200 && number % 2 === 0
        ? changeProgramsOf(
            response,
            atPath('cards.ownedQuantity', (count) => Math.min(1, Number(count))),
          )
        : response,
    ),
  ],
  [
    'read-count',
    'counts in a text how often a program was requested',
    changeByRepetition((response, count) =>
      changeProgramsOf(
        response,
        atPath(textProperties[0] ?? '', (text) => `${text} (${count})`),
      ),
    ),
    { check: 'getCollectionChallengeProgress/repeatability' },
  ],
  [
    'list-reversed',
    'reverses every second list',
    changeByRepetition((response, count) => {
      const body = parseBody(response);
      return Array.isArray(body) && count % 2 === 0 ? withBody(response, body.toReversed()) : response;
    }),
    { check: '/repeatability' },
  ],
  [
    'cards-rotated',
    'starts the cards with another one each time',
    changeByRepetition((response, count) =>
      changeProgramsOf(
        response,
        atPath('cards', (cards) => rotate(cards as Progress['cards'], count)),
      ),
    ),
  ],
  [
    'created-now',
    'returns the current time as createdTimestamp',
    changeByRepetition((response, count) =>
      changeProgramsOf(
        response,
        atPath('createdTimestamp', () => Date.now() + count),
      ),
    ),
  ],
  [
    'second-500',
    'returns 500 for the second identical request',
    changeByRepetition((response, count) => (count === 2 ? createErrorResponse(500) : response)),
  ],
  [
    'second-304',
    'returns 304 from the second identical request on',
    changeByRepetition((response, count) =>
      count > 1 ? { status: 304, headers: [['ETag', '"1"']], body: Buffer.from('') } : response,
    ),
  ],
  [
    'second-409',
    'returns 409 for the second identical request',
    changeByRepetition((response, count) => (count === 2 ? createErrorResponse(409) : response)),
  ],
  [
    'second-empty',
    'returns an empty list from the second request for the list on',
    (respond) => {
      let lists = 0;
      return async (request) => {
        const response = await respond(request);
        if (response.status !== 200 || !isListRequest(request)) return response;
        lists += 1;
        return lists > 1 ? createJsonResponse(200, []) : response;
      };
    },
  ],
  [
    'after-400',
    'returns 400 for the request after a malformed one',
    (respond) => {
      let isAfter400 = false;
      return async (request) => {
        const response = await respond(request);
        const isRejected = isAfter400 && response.status === 200;
        isAfter400 = response.status === 400;
        return isRejected ? createErrorResponse(400) : response;
      };
    },
  ],
  [
    'occasional-500',
    'returns 500 for 1 of 20 requests',
    changeByNumber((response, number) => (number % 20 === 9 ? createErrorResponse(500) : response)),
  ],
  [
    'occasional-503',
    'returns 503 with Retry-After for 1 of 30 requests',
    changeByNumber((response, number) =>
      number % 30 === 9 ? withHeader(createErrorResponse(503), 'Retry-After', '0') : response,
    ),
  ],
  [
    'occasional-cut',
    'cuts off 1 of 20 responses',
    changeByNumber((response, number) => (number % 20 === 9 ? { ...response, cut: -20 } : response)),
  ],
  [
    'occasional-no-body',
    'returns no body in 1 of 10 successes',
    changeByNumber((response, number) =>
      response.status === 200 && number % 10 === 9 ? withBody(response, Buffer.from('')) : response,
    ),
  ],
];

function rotate(cards: Progress['cards'], by: number): Progress['cards'] {
  const start = cards.length === 0 ? 0 : by % cards.length;
  return [...cards.slice(start), ...cards.slice(0, start)];
}

export const repeatedRequestDefects = createDefects('repeated-requests', rows);
