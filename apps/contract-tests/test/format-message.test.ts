/** No decision of the suite depends on the wording of a message. */
import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { checkContract, type FormatMessage } from '../src/index.ts';
import {
  createErrorResponse,
  createJsonResponse,
  type FixtureResponse,
  key,
  keysFor,
  startFixtureServer,
} from './fixture-server.ts';

type Program = Record<string, unknown> & { id: string; cards: Record<string, unknown>[] };

/** Changes every program of a success. Other operations of the document return other values. */
function changePrograms(response: FixtureResponse, change: (program: Program) => void): FixtureResponse {
  if (response.status !== 200) return response;
  const body = JSON.parse(String(response.body));
  const items = [body].flat();
  const programs = items.filter(
    (item): item is Program => typeof item === 'object' && item !== null && 'cards' in item,
  );
  if (programs.length < items.length) return response;
  for (const program of programs) change(program);
  return createJsonResponse(200, body);
}

function readPath({ url = '' }: IncomingMessage): string {
  return url.split('?')[0] ?? '';
}

const defects: readonly [
  title: string,
  change: (response: FixtureResponse, request: IncomingMessage) => FixtureResponse,
][] = [
  [
    'returns errors as HTML that repeats the API key, in the body and in two headers',
    (response) =>
      response.status < 400
        ? response
        : {
            ...response,
            headers: { 'content-type': `text/html; charset=${key}`, 'x-key': key, 'x-other-key': key.toUpperCase() },
            body: `<p>The key is ${key}.</p>`,
          },
  ],
  [
    'returns inconsistent programs',
    (response) =>
      changePrograms(response, (program) => {
        program.progressInPercentage = 101;
        program.timeLeft = null;
        program.createdTimestamp = 1_796_083_200;
        program.collectedCount = String(program.collectedCount);
        for (const card of program.cards) card.isOwned = !card.isOwned;
        program.cards.push(...program.cards);
      }),
  ],
  [
    'does not read the header x-gft_api_key',
    (response, { headers }) => {
      if (!headers['x-gft_api_key'] || headers['x-gft-api-key'] || headers['gft-api-key']) return response;
      return createJsonResponse(401, {
        status: { timestamp: Date.now(), errorCode: 1002, errorMessage: 'The API key is missing.' },
      });
    },
  ],
  [
    'fails for some paths, and returns 403 for a single program',
    (response, request) => {
      if (/%(00|ff)/.test(readPath(request))) return createErrorResponse(500);
      return /collection-challenges\/./.test(readPath(request)) ? createErrorResponse(403) : response;
    },
  ],
  [
    'returns another list for query parameters, and errors with markup',
    (response, { url = '' }) => {
      if (response.status >= 400) {
        const { status } = JSON.parse(String(response.body));
        const errorMessage = `<p>${status.errorMessage}</p>`;
        return createJsonResponse(response.status, { status: { ...status, errorCode: 7, errorMessage } });
      }
      return url.includes('?') && response.status === 200 ? createJsonResponse(200, []) : response;
    },
  ],
  [
    'returns the progress of one user for every user',
    (response) =>
      changePrograms(response, (program) => {
        program.collectedCount = 1;
        program.progressInPercentage = 33;
      }),
  ],
];

// Without the key for 429, which has more requests left in the first run than in the second.
const { 429: _, ...repeatableKeys } = keysFor;
const toUpperCase: FormatMessage = ({ message }) => message.toUpperCase();

test.each(defects)('reports the same in upper case for a server that %s', async (title, change) => {
  await using server = await startFixtureServer({ change });
  // The checks of one operation are enough. Only the list shows which users are confused.
  const only = title.includes('every user') ? 'listCollectionChallengeProgress' : 'getCollectionChallengeProgress';
  // One request at a time, so that both runs find everything in the same order.
  const options = { url: server.url, key, keysFor: repeatableKeys, rate: Infinity, concurrency: 1, seed: 1, only };
  const plain = await checkContract(options);
  const upperCase = await checkContract({ ...options, formatMessage: toUpperCase });

  expect(plain.findings).not.toEqual([]);
  expect(upperCase.findings.map(({ message }) => message)).toEqual(
    plain.findings.map(({ message }) => message.toUpperCase()),
  );
  const summarize = ({ findings, checks, passed, failed, skipped, ended }: typeof plain) => ({
    findings: findings.map(({ message: _, received: __, ...decided }) => decided),
    checks: checks.map(({ duration: _, ...decided }) => decided),
    passed,
    failed,
    skipped,
    ended,
  });
  expect(summarize(upperCase)).toEqual(summarize(plain));
});

test('passes the code, the requirement, the path and the values to formatMessage', async () => {
  await using server = await startFixtureServer({
    change: (response) =>
      changePrograms(response, (program) => {
        program.progressInPercentage = 1;
      }),
  });
  const formatMessage: FormatMessage = ({ code, requirement, path, values }) =>
    JSON.stringify([code, requirement, path, values]);
  const { findings } = await checkContract({
    url: server.url,
    key,
    rate: Infinity,
    only: '/valid-key/',
    formatMessage,
  });
  const values = { actual: 1, expected: 33, collectedCount: 1, size: 3 };
  expect(findings.map(({ message }) => JSON.parse(message))).toContainEqual([
    'percentage-not-rounded-down',
    '1-counts',
    expect.stringMatching(/^(\[\d\]\.)?progressInPercentage$/),
    { ...values, expected: expect.any(Number), collectedCount: expect.any(Number), size: expect.any(Number) },
  ]);
});
