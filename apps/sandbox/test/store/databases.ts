import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine } from '../../src/store/engine.ts';
import { postgresEngine } from '../../src/store/postgres.ts';
import { sqliteEngine } from '../../src/store/sqlite.ts';
import { startPostgres } from '../postgres.ts';

/** What the store can be kept in. */
export const kinds = ['SQLite in memory', 'SQLite in a file', 'PostgreSQL'] as const;
export type Kind = (typeof kinds)[number];

/** One database, which can be opened several times unless it is in memory. */
export interface Database {
  open(): Promise<Engine>;
}

/** Makes empty databases of a kind. */
export interface Databases {
  empty(): Promise<Database>;
  remove(): Promise<void>;
}

export async function databasesOf(kind: Kind): Promise<Databases> {
  if (kind === 'PostgreSQL') {
    const server = await startPostgres();
    const empty = async () => {
      const url = await server.createDatabase();
      return { open: async () => postgresEngine(url) };
    };
    return { empty, remove: server.remove };
  }
  if (kind === 'SQLite in memory') {
    return { empty: async () => ({ open: () => sqliteEngine(':memory:') }), remove: async () => {} };
  }
  const folder = await mkdtemp(join(tmpdir(), 'giftoin-store-'));
  let files = 0;
  const empty = async () => {
    files += 1;
    const file = join(folder, `${files}.db`);
    return { open: () => sqliteEngine(file) };
  };
  return { empty, remove: () => rm(folder, { recursive: true }) };
}
