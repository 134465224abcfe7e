/**
 * An API of another kind than the Giftoin API is checked without hand-written code: query and header parameters, pages, bodies
 * and operations that change data. A conforming server passes, and each broken one is found.
 */
import { describe, expect, test } from 'vitest';
import { type ContractOptions, checkContract } from '../src/index.ts';
import { type Defect, defects } from './notes/defects.ts';
import { documentFile, key, startNotesServer } from './notes/notes-server.ts';

const common = { key, document: documentFile, rate: Number.POSITIVE_INFINITY, seed: 1 };

async function check(defect?: Defect, options: Partial<ContractOptions> = {}) {
  await using server = await startNotesServer(defect);
  const report = await checkContract({ ...common, url: server.url, ...options });
  return { report, requests: server.requests, notes: server.listNotes() };
}

const conforming = await check(undefined, { writes: true });

test('reports nothing on the conforming server, and checks every operation that it can', () => {
  const { findings, ended, operations, checks } = conforming.report;
  expect({ findings, ended }).toEqual({ findings: [], ended: undefined });
  expect(operations.filter(({ outcome }) => outcome === 'skipped')).toEqual([
    {
      operationId: 'headStatus',
      method: 'HEAD',
      path: '/status',
      outcome: 'skipped',
      reason: 'the suite has no checks of HEAD requests',
    },
  ]);
  expect(checks.flatMap(({ id, outcome, reason }) => (outcome === 'skipped' ? [[id, reason]] : []))).toEqual([
    [
      'listNotes/documented/404/X-API-Key',
      'no request is known that leads to it. Pass a key for it with --key-for 404=KEY',
    ],
    ['responses/retry-after', 'there was no such response'],
  ]);
});

const broken = Object.entries(defects).map(([defect, [title, part]]) => ({ defect: defect as Defect, title, part }));

test.each(broken)('finds a server that $title', async ({ defect, part }) => {
  const { report } = await check(defect, { writes: true });
  const failed = report.checks.filter(({ outcome }) => outcome === 'failed').map(({ id }) => id);
  expect(failed.filter((id) => id.includes(part))).not.toEqual([]);
});

test('every kind of check that the Giftoin API does not have fails for one of the servers', () => {
  const parts = Object.values(defects).map(([, part]) => toKind(part));
  const kinds = new Set(conforming.report.checks.map(({ id }) => toKind(id)));
  expect([...kinds].filter((kind) => !parts.includes(kind) && !giftoinKinds.includes(kind))).toEqual([]);
});

/** The kinds of checks that the catalogue of broken servers proves. */
const giftoinKinds = [
  'valid-key',
  'empty-key',
  'list-and-one',
  'unknown-query',
  'repeatability',
  'compression',
  'unknown-headers',
  'accept-header',
  'documented',
  'similar-keys',
  'key-in-query',
  'key-in-other-headers',
  'percent-decoding',
  'responses/complete',
  'responses/no-api-key',
  'responses/retry-after',
];

/** A check ID without its operation, and without the parameter or header that it is about. */
function toKind(id: string): string {
  const [first = '', second = '', third] = id.split('/');
  if (first === 'responses') return id;
  return second === 'body' ? `${second}/${third}` : second;
}

describe('operations that change data', () => {
  test('are skipped by name without the option, and get no request', async () => {
    const { report, requests } = await check();
    expect(requests.filter(({ method }) => method !== 'GET')).toEqual([]);
    const skipped = report.operations.filter(({ outcome }) => outcome === 'skipped');
    expect(skipped.map(({ operationId, reason }) => [operationId, reason])).toEqual([
      ['headStatus', 'the suite has no checks of HEAD requests'],
      ...['createNote', 'replaceNote', 'deleteNote', 'updateNote'].map((id) => [
        id,
        'it changes data. Pass --writes to check it, on a sandbox or on staging only',
      ]),
    ]);
  });

  test('change and delete only what the run has created, and leave nothing behind', () => {
    const { report, requests, notes } = conforming;
    const writes = requests.filter(({ method }) => method !== 'GET');
    const created = report.writes?.created;
    expect(report.writes).toEqual({ requests: writes.length, created: expect.any(Number), deleted: created });
    expect(created).toBeGreaterThan(0);
    expect(notes).toEqual(Array.from({ length: 11 }, (_, index) => [index + 1, `Note ${index + 1}`]));
  });

  test.each([1, 5, 20, 40])(
    'get no more than %i requests with that budget, and leave nothing behind',
    async (budget) => {
      const { report, requests, notes } = await check('body-value', { writes: true, writeBudget: budget });
      expect(requests.filter(({ method }) => method !== 'GET').length).toBeLessThanOrEqual(budget);
      expect(notes.length).toBe(11);
      expect(report.ended).toBe(
        `the budget of ${budget} requests that can change data is used up. Pass a larger one with --write-budget`,
      );
    },
  );

  test('leave nothing behind that the server should have rejected', async () => {
    const { report, notes } = await check('write-without-key', { writes: true });
    expect(report.findings.flatMap(({ checks }) => checks)).toContain('replaceNote/missing-key');
    expect(notes.length).toBe(11);
  });

  test('leave nothing behind if the budget of all requests is used up, or the run is cancelled', async () => {
    const { report, notes } = await check(undefined, { writes: true, only: 'createNote', budget: 40 });
    expect([report.ended, notes.length]).toEqual([expect.stringContaining('budget'), 11]);
    const cancelling = new AbortController();
    const onProgress = () => {
      if (requestsOf(server).some(({ method, body }) => method === 'POST' && body.includes('sample')))
        cancelling.abort();
    };
    await using server = await startNotesServer();
    const options = { ...common, url: server.url, writes: true, only: 'createNote', onProgress };
    const { ended } = await checkContract({ ...options, signal: cancelling.signal });
    expect([ended, server.listNotes().length]).toEqual(['the run was cancelled', 11]);
  });

  test('are refused on the production server of the document', async () => {
    const run = checkContract({ ...common, url: 'https://notes.example.com', writes: true });
    await expect(run).rejects.toThrow(
      'https://notes.example.com is the first server of the document, which is production. Check operations that change data ' +
        'on a sandbox or on staging only.',
    );
  });

  test('have a command that repeats a request, with its method, its headers and its body', async () => {
    const { report } = await check('created-200', { writes: true, only: 'createNote/success' });
    const { request } = report.findings.find(({ code }) => code === 'status-not-documented') ?? {};
    expect(request?.replace(/idempotency-key: [\w-]+/, 'idempotency-key: …')).toMatch(
      `curl -i --path-as-is -X POST -H 'idempotency-key: …' -H 'content-type: application/json' -H "X-API-Key: $GIFTOIN_API_KEY" ` +
        `--data-binary '{"title":"Groceries","tag":"draft","stars":3,"labels":["home"],"links":[{"url":"https://example.com/"}]}' `,
    );
  });
});

const requestsOf = ({ requests }: Awaited<ReturnType<typeof startNotesServer>>) => requests;

test('a value from the options replaces the example of the document', async () => {
  const { requests } = await check(undefined, { parameters: { unit: 'letters' }, only: 'getReport/valid-key' });
  expect(
    requests.filter(({ url }) => url.startsWith('/reports')).every(({ url }) => url.endsWith('unit=letters')),
  ).toBe(true);
});

test('the default budget grows with the number of operations', async () => {
  const { report } = await check(undefined, { writes: true });
  expect(report.requests).toBeLessThan(350 * report.operations.length);
});
