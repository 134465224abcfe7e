/**
 * Endpoints that are added to the document are typed, callable, mocked and checked without a hand-written line: shown on copies
 * of types, protocol and client, generated from a larger document. `apps/docs/test/invented-document.test.ts` shows that they are
 * documented.
 */
import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { promisify } from 'node:util';
import { startMock } from '@giftoin/mock';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorkspace } from './third-endpoint/create-workspace.ts';

const run = promisify(execFile);

let folder = '';
let document = '';
beforeAll(async () => {
  ({ folder, document } = await createWorkspace());
});
afterAll(() => rm(folder, { recursive: true }));

test('it is typed', async () => {
  await expect(run('tsc', [], { cwd: folder })).resolves.toMatchObject({ stdout: '' });
});

test('it can be called, the mock responds, and the client validates the request and the response', async () => {
  await using mock = await startMock({ port: 0, document });
  const { stdout } = await run(process.execPath, ['program.ts'], {
    cwd: folder,
    env: { ...process.env, MOCK: mock.url },
  });
  const messages = [
    'The response violates the contract at colour: expected string, got integer.',
    'rewardId is "..". It must be a string that is not empty. It must not be "." or "..". The pattern is ^.+$.',
  ];
  expect(JSON.parse(stdout)).toEqual([{ id: 'b_7', colour: 'gold' }, 'function', 'function', messages]);
});

test('queries, bodies, headers and every documented status code work, with the mock and with fixtures', async () => {
  await using mock = await startMock({ port: 0, document });
  const { stdout } = await run(process.execPath, ['writes.ts'], {
    cwd: folder,
    env: { ...process.env, MOCK: mock.url },
  });
  const results = JSON.parse(stdout);
  const gold = { id: 'b_1', colour: 'gold' };
  const created = { id: 'b_9', colour: 'gold' };
  const body = { colour: 'gold', tags: ['a'] };
  const list = { operationId: 'listRewards', method: 'GET', path: '/users/discord/1/rewards' };
  const post = { operationId: 'createReward', method: 'POST', path: list.path, type: 'application/json', body };
  const patch = { operationId: 'changeReward', method: 'PATCH', path: '/rewards/5', body: {} };
  const remove = { operationId: 'deleteReward', method: 'DELETE', path: '/rewards/5' };
  const uuid = expect.stringMatching(/^[\da-f]{8}-[\da-f-]{27}$/);
  const sent = (value: unknown, ...requests: readonly object[]) => ({
    value,
    requests: requests.map((request) => expect.objectContaining(request)),
  });
  const failed = (kind: string, message: string, details: object = {}) =>
    expect.objectContaining({ kind, message, ...details });

  expect(results.mock).toEqual([
    { items: [gold], next: null },
    created,
    'nothing',
    { id: 'b_1', colour: 'silver' },
    [gold],
  ]);
  expect(results.query).toEqual(
    sent({ items: [gold], next: null }, { ...list, path: `${list.path}?colours=gold,silver&limit=2` }),
  );
  expect(results.badQuery).toEqual(sent(failed('badArgument', 'limit: expected at most 100, got 500.')));
  expect(results.pages).toEqual(
    sent(
      [
        { ...gold, id: 'a' },
        { ...gold, id: 'b' },
      ],
      { ...list, path: `${list.path}?limit=1` },
      { ...list, path: `${list.path}?cursor=x%20y&limit=1` },
    ),
  );
  expect(results.loop).toEqual(
    sent(
      failed('wrongShape', 'The response violates the contract at next: the same cursor as in an earlier page.', {
        path: 'next',
      }),
      list,
      {
        ...list,
        path: `${list.path}?cursor=x`,
      },
    ),
  );
  const colours = (query: string) => ({ operationId: 'listColours', method: 'GET', path: `/colours${query}` });
  expect(results.optional).toEqual(sent(['gold'], colours('')));
  expect(results.offset).toEqual(sent(['a', 'b', 'c'], colours(''), colours('?skip=2'), colours('?skip=3')));
  expect(results.sameOffset).toEqual(
    sent(
      failed('wrongShape', 'The response violates the contract: the same items for another value of skip.', {
        path: '',
      }),
      colours('?skip=4'),
      colours('?skip=6'),
    ),
  );
  expect(results.post).toEqual(sent(created, { ...post, key: uuid }));
  expect(results.ownKey).toEqual(sent(created, { ...post, key: 'mine' }));
  expect(results.retried).toEqual(
    sent(created, { ...post, key: uuid }, { ...post, key: results.retried.requests[0].key }),
  );
  expect(results.badBody).toEqual(sent(failed('badArgument', 'body.colour: expected a length of at least 1, got 0.')));
  expect(results.badTag).toEqual(sent(failed('badArgument', 'body.tags[1]: expected string, got integer.')));
  expect(results.undocumented).toEqual(
    sent(failed('unexpectedStatus', 'The server returned status 200.', { status: 200 }), post),
  );
  expect(results.delete).toEqual(sent('nothing', remove));
  expect(results.badPath).toEqual(sent(failed('badArgument', 'rewardNumber: expected at least 1, got 0.')));
  expect(results.notRetried).toEqual(
    sent(failed('unexpectedStatus', 'The server returned status 503.', { attempts: 1 }), remove),
  );
  expect(results.conflict).toEqual(
    sent(failed('unexpectedStatus', 'It is claimed.', { status: 409, errorCode: 409 }), {
      ...patch,
      type: 'application/merge-patch+json',
    }),
  );
  expect(results.accepted).toEqual(sent({ job: 7 }, patch));
  expect(results.wrongAccepted).toEqual(
    sent(
      failed('wrongShape', 'The response violates the contract at job: expected integer, got nothing.', {
        status: 202,
      }),
      patch,
    ),
  );
  expect(results.fixtures).toEqual([created, { job: 7 }, 409, true]);
  const requests = [
    ['POST', '', body],
    ['GET', '?colours=gold,silver', null],
    ['DELETE', '/5', null],
  ];
  expect(results.openapiFetch).toEqual([created, 1, 204, 'nothing', requests, 'string']);
});

test('it is checked', async () => {
  await using mock = await startMock({ port: 0, document, keys: ['key-of-the-test'] });
  const words = ['--url', mock.url, '--key', 'key-of-the-test', '--document', document, '--all'];
  const { stdout } = await run('giftoin-contract-tests', words);
  expect(stdout).toContain('  ok    getReward accepts the key in x-gft-api-key alone, in any case of the name\n');
  expect(stdout).toContain('  ok    getReward accepts every well-formed parameter\n');
  expect(stdout).toContain('  ok    listRewards accepts every well-formed limit\n');
  expect(stdout).toContain('  skipped  deleteReward (DELETE /api/v1/rewards/{rewardNumber}): it changes data.');
  // The writes are not sent without --writes.
  expect(stdout).toMatch(
    / 0 failed, \d+ skipped .*: the server conforms in what was checked \(\d+ operations not checked/,
  );
});
