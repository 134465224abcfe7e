import type { Program } from '@giftoin/types/sandbox-control';
import type { Engine, Query } from '../database/engine.ts';

/** Reads the programs of a workspace, in the order in which the API lists them. */
export async function readPrograms(query: Query, workspace: string): Promise<Program[]> {
  const rows = await query(
    'select definition from giftoin_sandbox.programs where workspace = $1 order by position',
    workspace,
  );
  return rows.map((row) => JSON.parse(String(row.definition)) as Program);
}

/** Stores the programs of a workspace that has none. */
export async function storePrograms(
  { itemsOf }: Engine,
  query: Query,
  workspace: string,
  programs: readonly Program[],
): Promise<void> {
  for (let start = 0; start < programs.length; start += batchSize) {
    const batch = programs.slice(start, start + batchSize);
    await query(
      `insert into giftoin_sandbox.programs (workspace, program_id, position, definition)
      select $1, value ->> 0, cast(value ->> 1 as bigint), value ->> 2 from ${itemsOf('$2')}`,
      workspace,
      JSON.stringify(batch.map((program, index) => [program.id, start + index, JSON.stringify(program)])),
    );
  }
}

/** How many programs one statement inserts. */
const batchSize = 50;
