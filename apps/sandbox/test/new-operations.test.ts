/** A new operation of the document needs a handler and nothing else: it gets exactly the parameters of its operation. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { documentFile, listOperations, readDocument } from '@giftoin/openapi';
import { createDefaultWorld, defaultApiKeys, type Handlers, handlers, type LogEntry } from '@giftoin/simulator/sandbox';
import { afterAll, expect, test } from 'vitest';
import { startApi } from '../src/api/server.ts';
import { createSqliteEngine } from '../src/database/sqlite-engine.ts';
import { createStore } from '../src/store/index.ts';

const newPaths = `
  /api/v1/programs:
    get:
      operationId: listPrograms
      responses: { "200": { description: The programs. } }
  /api/v1/platforms:
    get:
      operationId: listPlatforms
      parameters:
        - { name: limit, in: query, schema: { type: integer, minimum: 1, maximum: 100 } }
        - { name: tag, in: query, schema: { type: array, items: { type: string } } }
      responses: { "200": { description: The platforms. } }
  /api/v1/cards/{cardId}:
    get:
      operationId: getCard
      parameters:
        - { name: cardId, in: path, required: true, schema: { type: string, pattern: "^card_[0-9]+$" } }
      responses: { "200": { description: The card. } }
  /api/v1/status:
    get:
      operationId: getStatus
      security: []
      responses: { "200": { description: The status., content: { application/json: { schema: {} } } } }

components:
`;

const folder = await mkdtemp(join(tmpdir(), 'new-operations-'));
const file = join(folder, 'openapi.yaml');
await writeFile(file, (await readFile(documentFile, 'utf8')).replace('\n\ncomponents:\n', newPaths));
// Request bodies are shown in invented-operations.test.ts.
const operations = listOperations(await readDocument(file)).filter(({ requestBody }) => !requestBody);

const store = await createStore(await createSqliteEngine(':memory:'));
await store.createWorkspace('default', createDefaultWorld(Date.now()), defaultApiKeys);

/** Returns the parameters that it gets, and what it reads of the workspace. */
const echo: Handlers[string] = async (parameters, { workspace, environment, programs }) =>
  Buffer.from(JSON.stringify({ parameters, workspace, environment, programs: programs.map(({ id }) => id) }));
const withHandlers = { ...handlers, listPrograms: echo, listPlatforms: echo, getCard: echo, getStatus: echo };
const options = { port: 0, host: '127.0.0.1', operations };
const api = await startApi(store, { ...options, handlers: withHandlers });
afterAll(async () => {
  await api.close();
  await store.close();
  await rm(folder, { recursive: true });
});

const get = async (path: string) => {
  const response = await fetch(api.url + path, { headers: { 'x-gft-api-key': defaultApiKeys.default } });
  return { status: response.status, json: JSON.parse(await response.text()) };
};
const state = { workspace: 'default', environment: 'production', programs: ['program_123'] };

test.each([
  ['/api/v1/programs', {}],
  ['/api/v1/programs?limit=5', {}],
  ['/api/v1/platforms', {}],
  ['/api/v1/platforms?limit=5&tag=a&tag=b&unknown=1', { limit: 5, tag: ['a', 'b'] }],
  ['/api/v1/cards/card_%37', { cardId: 'card_7' }],
])('%s arrives with exactly the parameters %j', async (path, parameters) => {
  expect(await get(path)).toEqual({ status: 200, json: { parameters, ...state } });
});

test.each([
  ['/api/v1/platforms?limit=0', 'The parameter limit must be >= 1.'],
  ['/api/v1/platforms?limit=five', 'The parameter limit must be integer.'],
  ['/api/v1/cards/7', 'The parameter cardId does not match ^card_[0-9]+$.'],
])('%s is malformed', async (path, errorMessage) => {
  const { status, json } = await get(path);
  expect([status, json.status.errorMessage]).toEqual([400, errorMessage]);
});

test('a request to an operation without API keys is one of the default API key', async () => {
  const response = await fetch(`${api.url}/api/v1/status`);
  expect([response.status, await response.json()]).toEqual([200, { parameters: {}, ...state }]);
});

test('a handler that returns nothing is an error if the success has a body', async () => {
  const logged: unknown[] = [];
  const nothing = { ...withHandlers, getStatus: async () => undefined };
  const log = ({ error }: LogEntry) => void logged.push(error);
  const broken = await startApi(store, { ...options, handlers: nothing, log });
  expect((await fetch(`${broken.url}/api/v1/status`)).status).toBe(500);
  await broken.close();
  expect(logged).toEqual(['The handler of getStatus returned no body. Return one, or throw a RequestError.']);
});

test('the operations of the document work as before', async () => {
  const { status, json } = await get('/api/v1/users/discord/1/progress/collection-challenges');
  expect([status, json.length]).toEqual([200, 1]);
});

test('an operation without a handler prevents the start', async () => {
  await expect(startApi(store, { ...options, handlers })).rejects.toThrow(
    'The operation listPrograms has no handler. Add one to api/operations.',
  );
});
