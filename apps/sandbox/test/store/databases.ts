import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '@giftoin/postgres';
import type { Engine } from '../../src/database/engine.ts';
import { createPostgresEngine } from '../../src/database/postgres-engine.ts';
import { createSqliteEngine } from '../../src/database/sqlite-engine.ts';

/** The kinds of databases that several processes can share. */
export const sharedKinds = ['SQLite in a file', 'PostgreSQL'] as const;
/** All kinds of databases. */
export const kinds = ['SQLite in memory', ...sharedKinds] as const;
export type Kind = (typeof kinds)[number];

/** Creates locations of empty databases: the path of a file, or the URL of a PostgreSQL database. */
export interface Locations {
  createEmpty(): Promise<string>;
  remove(): Promise<void>;
}

export async function createLocations(kind: (typeof sharedKinds)[number]): Promise<Locations> {
  if (kind === 'PostgreSQL') {
    const server = await startPostgres();
    return { createEmpty: server.createDatabase, remove: server.remove };
  }
  const folder = await mkdtemp(join(tmpdir(), 'giftoin-store-'));
  let files = 0;
  const createEmpty = async () => {
    files += 1;
    return join(folder, `${files}.db`);
  };
  return { createEmpty, remove: () => rm(folder, { recursive: true }) };
}

/** One database. It can be opened several times unless it is in memory. */
export interface Database {
  open(): Promise<Engine>;
}

/** Creates empty databases of one kind. */
export interface Databases {
  createEmpty(): Promise<Database>;
  remove(): Promise<void>;
}

export async function createDatabases(kind: Kind): Promise<Databases> {
  if (kind === 'SQLite in memory') {
    return { createEmpty: async () => ({ open: () => createSqliteEngine(':memory:') }), remove: async () => {} };
  }
  const locations = await createLocations(kind);
  if (kind === 'PostgreSQL') return toPostgresDatabases(locations);
  const createEmpty = async () => {
    const location = await locations.createEmpty();
    return { open: () => createSqliteEngine(location) };
  };
  return { createEmpty, remove: locations.remove };
}

/** The locations have URLs of PostgreSQL. */
export function toPostgresDatabases({ createEmpty, remove }: Locations): Databases {
  return {
    createEmpty: async () => {
      const url = await createEmpty();
      return { open: async () => createPostgresEngine(url) };
    },
    remove,
  };
}
