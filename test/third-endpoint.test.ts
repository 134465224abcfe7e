/**
 * Endpoints that are added to the document are typed, callable, mocked, documented and checked without a hand-written line:
 * shown on copies of types, protocol and client, generated from a larger document.
 */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { buildSite } from '@giftoin/docs/build';
import { startMock } from '@giftoin/mock';
import { documentFile } from '@giftoin/openapi';
import { generateFiles } from '@giftoin/types/generate';
import { afterAll, beforeAll, expect, test } from 'vitest';

const run = promisify(execFile);
const here = fileURLToPath(new URL('.', import.meta.url));
/** The folder of a package whose entry point is in `src`. */
const findPackageFolder = (name: string) => fileURLToPath(new URL('..', import.meta.resolve(name)));

const endpoint = `
  /api/v1/users/{platform}/{platformUserId}/rewards/{rewardId}:
    parameters:
      - $ref: "#/components/parameters/Platform"
      - $ref: "#/components/parameters/PlatformUserId"
      - { name: rewardId, in: path, required: true, x-returned-as: id, schema: { type: string } }
      - { name: limit, in: query, schema: { type: integer } }
    get:
      operationId: getReward
      responses:
        "200":
          description: The reward.
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Badge" }
              example: { id: b_1, colour: gold }
        "401": { $ref: "#/components/responses/Unauthorized" }
`;
/** A list in pages, and writes. */
const otherEndpoints = `  /api/v1/users/{platform}/{platformUserId}/rewards:
    parameters:
      - $ref: "#/components/parameters/Platform"
      - $ref: "#/components/parameters/PlatformUserId"
    get:
      operationId: listRewards
      x-pagination: { kind: cursor, parameter: cursor, next: /next, items: /items, limit: limit }
      parameters:
        - { name: colours, in: query, explode: false, schema: { type: array, items: { type: string, enum: [gold, silver] } } }
        - { name: cursor, in: query, schema: { type: string } }
        - { name: limit, in: query, schema: { type: integer, minimum: 1, maximum: 100 } }
      responses:
        "200":
          description: A page of rewards.
          content:
            application/json:
              schema: { $ref: "#/components/schemas/BadgePage" }
              example: { items: [{ id: b_1, colour: gold }], next: null }
        "401": { $ref: "#/components/responses/Unauthorized" }
    post:
      operationId: createReward
      parameters:
        - { name: Idempotency-Key, in: header, required: true, schema: { type: string, minLength: 1 } }
      requestBody:
        required: true
        content:
          application/json:
            schema: { $ref: "#/components/schemas/NewBadge" }
      responses:
        "201":
          description: The new reward.
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Badge" }
              examples: { created: { value: { id: b_9, colour: gold } } }
        "401": { $ref: "#/components/responses/Unauthorized" }
  /api/v1/colours:
    get:
      operationId: listColours
      x-pagination: { kind: offset, parameter: skip, items: "" }
      parameters: [{ name: skip, in: query, schema: { type: integer, minimum: 0 } }]
      responses:
        "200":
          description: A page of colours.
          content: { application/json: { schema: { type: array, items: { type: string } }, example: [gold] } }
        "401": { $ref: "#/components/responses/Unauthorized" }
  /api/v1/rewards/{rewardNumber}:
    parameters:
      - { name: rewardNumber, in: path, required: true, schema: { type: integer, minimum: 1 } }
    patch:
      operationId: changeReward
      requestBody:
        required: true
        content:
          application/merge-patch+json:
            schema: { type: object, properties: { colour: { type: [string, "null"] } } }
      responses:
        "200":
          description: The changed reward.
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Badge" }
              example: { id: b_1, colour: silver }
        "202":
          description: The reward will be changed.
          content:
            application/json:
              schema: { type: object, required: [job], properties: { job: { type: integer } } }
              examples: { accepted: { value: { job: 7 } } }
        "401": { $ref: "#/components/responses/Unauthorized" }
        "409":
          description: The reward is claimed.
          content:
            application/json:
              schema: { $ref: "#/components/schemas/ErrorBody" }
              examples: { alreadyClaimed: { value: { status: { errorCode: 409, errorMessage: It is claimed., timestamp: 1798156800000 } } } }
    delete:
      operationId: deleteReward
      responses:
        "204": { description: The reward is deleted. }
        "401": { $ref: "#/components/responses/Unauthorized" }
`;
const schema = `
  schemas:
    Badge:
      type: object
      description: A badge.
      required: [id, colour]
      properties:
        id: { type: string, description: Its identifier. }
        colour: { anyOf: [{ type: string, enum: [gold, silver] }, { type: string }], description: Its colour. }
    BadgePage:
      type: object
      description: A page of badges.
      required: [items, next]
      properties:
        items: { type: array, description: The badges., items: { $ref: "#/components/schemas/Badge" } }
        next: { type: [string, "null"], description: The cursor of the next page. }
    NewBadge:
      type: object
      description: A badge to create.
      required: [colour]
      properties:
        colour: { type: string, minLength: 1, description: Its colour. }
        tags: { type: array, description: Its tags., items: { type: string } }
`;

const program = `
import { type Badge, createGiftoinClient } from '@giftoin/client';

const giftoin = createGiftoinClient({ apiKey: 'demo', baseUrl: process.env.MOCK ?? '' });
const badge: Badge = await giftoin.getReward({ platform: 'discord', platformUserId: '1', rewardId: 'b_7', limit: 2 });
// @ts-expect-error rewardId is missing
const misuse = () => giftoin.getReward({ platform: 'discord', platformUserId: '1' });
// @ts-expect-error a badge is read-only
const change = () => { badge.colour = 'silver'; };
const fetch = async () => Response.json({ id: 'b_1', colour: 1 });
const wrong = await createGiftoinClient({ apiKey: 'demo', fetch }).safe.getReward({ platform: 'discord', platformUserId: '1', rewardId: 'b_7' });
const dots = await createGiftoinClient({ apiKey: 'demo', fetch }).safe.getReward({ platform: 'discord', platformUserId: '1', rewardId: '..' });
const messages = [wrong, dots].map((result) => (result.ok ? '' : result.error.message));
console.log(JSON.stringify([badge, typeof misuse, typeof change, messages]));
`;

/** Calls the endpoints that are not only a GET with path parameters. */
const writes = `
import { type Badge, createGiftoinClient, type GiftoinClient, type PageItem } from '@giftoin/client';
import { type ExampleName, type FakeResponse, fakeFetch, fixtures } from '@giftoin/client/testing';
import { createClient } from '@giftoin/client/openapi-fetch';

const user = { platform: 'discord', platformUserId: '1' };
const giftoin = createGiftoinClient({ apiKey: 'demo', baseUrl: process.env.MOCK ?? '' });
const results: Record<string, unknown> = {};

// Against the mock
const page = await giftoin.listRewards({ ...user, colours: ['gold', 'silver'], limit: 2 });
const created: Badge = await giftoin.createReward({ ...user, body: { colour: 'gold' } });
const deleted: undefined = await giftoin.deleteReward({ rewardNumber: 5 });
const changed: Badge | { readonly job?: number } = await giftoin.changeReward({ rewardNumber: 5, body: { colour: null } });
const mocked: Badge[] = [];
for await (const badge of giftoin.paginate.listRewards({ ...user, limit: 1 })) mocked.push(badge);
results.mock = [page, created, deleted ?? 'nothing', changed, mocked];

// @ts-expect-error the body is missing
const missingBody = () => giftoin.createReward(user);
// @ts-expect-error colour is missing
const wrongBody = () => giftoin.createReward({ ...user, body: { tags: [] } });
// @ts-expect-error limit is a number
const wrongQuery = () => giftoin.listRewards({ ...user, limit: '2' });
// @ts-expect-error the operation has no pages
const noPages = () => giftoin.paginate.getReward({ ...user, rewardId: 'b_7' });
// @ts-expect-error the operation has no body
const extraBody = () => giftoin.deleteReward({ rewardNumber: 5, body: {} });
const item: PageItem<'listRewards'> = { id: 'b_1', colour: 'gold' };
const colour: PageItem<'listColours'> = 'gold';

/** Calls with fake responses. Returns the result and the requests. */
async function fake(responses: readonly (ExampleName | FakeResponse)[], call: (giftoin: GiftoinClient) => Promise<unknown>) {
  const fetch = fakeFetch(...responses);
  const value = await call(createGiftoinClient({ apiKey: 'demo', fetch })).then(
    (value) => value ?? 'nothing',
    ({ kind, status, message, path, attempts, errorCode }) => ({ kind, status, message, path, attempts, errorCode }),
  );
  const requests = fetch.requests.map(({ operationId, method, url, headers, body }) => {
    const { 'idempotency-key': key, 'content-type': type } = headers;
    return { operationId, method, path: url.replace('https://api.giftoin.org/api/v1', ''), key, type, body };
  });
  return { value, requests };
}
const collect = async (items: AsyncIterable<unknown>) => {
  const all: unknown[] = [];
  for await (const item of items) all.push(item);
  return all;
};
const toPage = (id: string, next: string | null) => ({ body: { items: [{ id, colour: 'gold' }], next } });
const body = { colour: 'gold', tags: ['a'] };

results.query = await fake([], (giftoin) => giftoin.listRewards({ ...user, colours: ['gold', 'silver'], limit: 2 }));
results.badQuery = await fake([], (giftoin) => giftoin.listRewards({ ...user, limit: 500 }));
results.pages = await fake([toPage('a', 'x y'), toPage('b', null)], (giftoin) => collect(giftoin.paginate.listRewards({ ...user, limit: 1 })));
results.loop = await fake([toPage('a', 'x')], (giftoin) => collect(giftoin.paginate.listRewards(user)));
results.optional = await fake([], (giftoin) => giftoin.listColours());
results.offset = await fake([{ body: ['a', 'b'] }, { body: ['c'] }, { body: [] }], (giftoin) => collect(giftoin.paginate.listColours()));
results.sameOffset = await fake([{ body: ['a', 'b'] }], (giftoin) => collect(giftoin.paginate.listColours({ skip: 4 })));
results.post = await fake([], (giftoin) => giftoin.createReward({ ...user, body }));
results.ownKey = await fake([], (giftoin) => giftoin.createReward({ ...user, body, 'Idempotency-Key': 'mine' }));
results.retried = await fake([{ status: 503, body: '', headers: { 'retry-after': '0' } }, 'created'], (giftoin) => giftoin.createReward({ ...user, body }));
results.badBody = await fake([], (giftoin) => giftoin.createReward({ ...user, body: { colour: '', tags: ['a'] } }));
results.badTag = await fake([], (giftoin) => giftoin.createReward({ ...user, body: { colour: 'x', tags: ['a', 1 as never] } }));
results.undocumented = await fake([{ status: 200, body: { id: 'b_1', colour: 'gold' } }], (giftoin) => giftoin.createReward({ ...user, body }));
results.delete = await fake([], (giftoin) => giftoin.deleteReward({ rewardNumber: 5 }));
results.badPath = await fake([], (giftoin) => giftoin.deleteReward({ rewardNumber: 0 }));
results.notRetried = await fake([{ status: 503, body: '' }], (giftoin) => giftoin.deleteReward({ rewardNumber: 5 }));
results.conflict = await fake(['alreadyClaimed'], (giftoin) => giftoin.changeReward({ rewardNumber: 5, body: {} }));
results.accepted = await fake(['accepted'], (giftoin) => giftoin.changeReward({ rewardNumber: 5, body: {} }));
results.wrongAccepted = await fake([{ status: 202, body: fixtures.getReward.example }], (giftoin) => giftoin.changeReward({ rewardNumber: 5, body: {} }));
results.fixtures = [fixtures.createReward.created, fixtures.changeReward.accepted, fixtures.errors.alreadyClaimed.status, 'empty' in fixtures.deleteReward];

const fetch = fakeFetch();
const client = createClient({ apiKey: 'demo', fetch });
const path = { path: user };
const post = await client.POST('/api/v1/users/{platform}/{platformUserId}/rewards', { params: path as never, body });
const list = await client.GET('/api/v1/users/{platform}/{platformUserId}/rewards', { params: { ...path, query: { colours: ['gold', 'silver'] } } });
const gone = await client.DELETE('/api/v1/rewards/{rewardNumber}', { params: { path: { rewardNumber: 5 } } });
results.openapiFetch = [post.data, list.data?.items.length, gone.response.status, gone.data ?? 'nothing', fetch.requests.map(({ method, url, body }) => [method, url.split('/rewards')[1], body]), typeof fetch.requests[0]?.headers['idempotency-key']];
console.log(JSON.stringify({ ...results, compiled: [missingBody, wrongBody, wrongQuery, noPages, extraBody, item, colour].length }));
`;

let folder = '';
const document = () => join(folder, 'openapi.yaml');
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'giftoin-endpoint-'));
  const grown = (await readFile(documentFile, 'utf8'))
    .replace('\n\ncomponents:\n', () => `${endpoint}${otherEndpoints}\ncomponents:\n`)
    .replace('\n  schemas:\n', schema);
  await writeFile(document(), grown);
  await cp(join(here, '../tsconfig.base.json'), join(folder, 'tsconfig.base.json'));
  for (const name of ['types', 'protocol', 'client']) {
    for (const part of ['package.json', 'src']) {
      await cp(join(findPackageFolder(`@giftoin/${name}`), part), join(folder, name, part), { recursive: true });
    }
    await mkdir(join(folder, 'node_modules/@giftoin'), { recursive: true });
    await symlink(join(folder, name), join(folder, 'node_modules/@giftoin', name));
  }
  await symlink(join(here, 'node_modules/openapi-fetch'), join(folder, 'node_modules/openapi-fetch'));
  for (const [name, text] of Object.entries(await generateFiles(document()))) {
    await writeFile(join(folder, 'types/src/generated', name), text);
  }
  await writeFile(join(folder, 'program.ts'), program);
  await writeFile(join(folder, 'writes.ts'), writes);
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  await symlink(join(here, 'node_modules/@types'), join(folder, 'node_modules/@types'));
  await writeFile(
    join(folder, 'tsconfig.json'),
    '{ "extends": "./tsconfig.base.json", "compilerOptions": { "lib": ["es2024", "dom"] }, "include": ["program.ts", "writes.ts"] }',
  );
});
afterAll(() => rm(folder, { recursive: true }));

test('it is typed', async () => {
  await expect(run('tsc', [], { cwd: folder })).resolves.toMatchObject({ stdout: '' });
});

test('it can be called, the mock responds, and the client validates the request and the response', async () => {
  await using mock = await startMock({ port: 0, document: document() });
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
  await using mock = await startMock({ port: 0, document: document() });
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

test('it is documented', { timeout: 240_000 }, async () => {
  await buildSite({ directory: join(folder, 'site'), document: document() });
  const reference = await readFile(join(folder, 'site/redoc/index.html'), 'utf8');
  expect(reference).toContain('"operationId":"getReward"');
  const page = await readFile(join(folder, 'site/operations/getReward/index.html'), 'utf8');
  expect(page).toContain('/api/v1/users/{platform}/{platformUserId}/rewards/{rewardId}');
});

test('it is checked', async () => {
  await using mock = await startMock({ port: 0, document: document(), keys: ['key-of-the-test'] });
  const words = ['--url', mock.url, '--key', 'key-of-the-test', '--document', document(), '--all'];
  const { stdout } = await run('giftoin-contract-tests', words);
  expect(stdout).toContain('  ok    getReward accepts the key in x-gft-api-key alone, in any case of the name\n');
  expect(stdout).toContain('  ok    getReward accepts every well-formed parameter\n');
  expect(stdout).toContain('  ok    listRewards accepts every well-formed limit\n');
  expect(stdout).toContain('  skipped  deleteReward (DELETE /api/v1/rewards/{rewardNumber}): it changes data.');
  // The writes are not sent without --writes.
  expect(stdout).toMatch(
    / 0 failed, \d+ skipped .*: the server conforms in what was checked \(3 operations not checked\)\.\n$/,
  );
});
