import type { Program } from '@giftoin/types/sandbox-control';
import type { Query } from '../database/engine.ts';
import { runInBatches } from './run-in-batches.ts';

/** Reads the programs of a workspace, in the order in which the API lists them. */
export async function readPrograms(query: Query, workspace: string): Promise<Program[]> {
  const rows = await query('select definition from programs where workspace = $1 order by position', workspace);
  return rows.map((row) => JSON.parse(String(row.definition)) as Program);
}

/** Stores the programs of a workspace that has none. */
export async function storePrograms(query: Query, workspace: string, programs: readonly Program[]): Promise<void> {
  await runInBatches(programs, (program, position) =>
    query(
      'insert into programs (workspace, program_id, position, definition) values ($1, $2, $3, $4)',
      workspace,
      program.id,
      position,
      JSON.stringify(program),
    ),
  );
}
