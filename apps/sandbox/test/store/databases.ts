import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '@giftoin/postgres';
import type { Engine } from '../../src/database/engine.ts';
import { createPostgresEngine } from '../../src/database/postgres-engine.ts';
import { createSqliteEngine } from '../../src/database/sqlite-engine.ts';

/** What several processes can share. */
export const sharedKinds = ['SQLite in a file', 'PostgreSQL'] as const;
/** What the store can be kept in. */
export const kinds = ['SQLite in memory', ...sharedKinds] as const;
export type Kind = (typeof kinds)[number];

/** Makes places for empty databases: a file, or the URL of a PostgreSQL. */
export interface Places {
  empty(): Promise<string>;
  remove(): Promise<void>;
}

export async function placesOf(kind: (typeof sharedKinds)[number]): Promise<Places> {
  if (kind === 'PostgreSQL') {
    const server = await startPostgres();
    return { empty: server.createDatabase, remove: server.remove };
  }
  const folder = await mkdtemp(join(tmpdir(), 'giftoin-store-'));
  let files = 0;
  const empty = async () => {
    files += 1;
    return join(folder, `${files}.db`);
  };
  return { empty, remove: () => rm(folder, { recursive: true }) };
}

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
  if (kind === 'SQLite in memory') {
    return { empty: async () => ({ open: () => createSqliteEngine(':memory:') }), remove: async () => {} };
  }
  const places = await placesOf(kind);
  const empty = async () => {
    const place = await places.empty();
    return { open: async () => (kind === 'PostgreSQL' ? createPostgresEngine(place) : createSqliteEngine(place)) };
  };
  return { empty, remove: places.remove };
}
