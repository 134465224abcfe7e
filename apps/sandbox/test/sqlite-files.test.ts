import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSqliteEngine } from '../src/database/sqlite-engine.ts';
import { createStore } from '../src/store/index.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'giftoin-files-'));
});
afterAll(() => rm(folder, { recursive: true }));

test.each([
  ['other', 'create table orders (id integer)'],
  ['users', 'create table users (id integer, name text)'],
  ['migrations', 'create table migrations (id integer, name text)'],
  ['both', 'create table migrations (version bigint); create table users (id integer)'],
])('refuses a file with the tables of another program, with its name (%s)', async (name, tables) => {
  const file = join(folder, `${name}.db`);
  const database = new DatabaseSync(file);
  database.exec(tables);
  database.close();
  const before = await readFile(file);
  await expect(createSqliteEngine(file)).rejects.toThrow(
    `The database ${file} cannot be opened: it contains the tables of another program.`,
  );
  expect(await readFile(file)).toEqual(before);
});

test('opens an empty file, and a file of its own again', async () => {
  const file = join(folder, 'own.db');
  new DatabaseSync(file).close();
  for (let opened = 1; opened <= 2; opened += 1) await (await createStore(await createSqliteEngine(file))).close();
});
