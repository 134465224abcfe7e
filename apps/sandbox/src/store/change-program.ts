import { changeProgram as change, createUnknownProgramError } from '@giftoin/simulator/sandbox';
import type { Program, ProgramChange, ProgramDuration } from '@giftoin/types/sandbox-control';
import type { Engine, Query } from '../database/engine.ts';
import { bumpVersion } from './workspace-version.ts';

/**
 * Changes when a program runs, and when it is visible.
 *
 * @throws {RequestError} if the workspace or the program does not exist, or the program cannot have the dates
 */
export function changeProgram(
  engine: Engine,
  workspace: string,
  programId: string,
  changes: ProgramChange,
): Promise<ProgramDuration> {
  return engine.transaction('write', workspace, async (query) => {
    await bumpVersion(query, workspace);
    const changed = change(await readProgram(query, workspace, programId), changes);
    await query(
      'update giftoin_sandbox.programs set definition = $3 where workspace = $1 and program_id = $2',
      workspace,
      programId,
      JSON.stringify(changed),
    );
    return changed.duration;
  });
}

/** @throws {RequestError} if the program does not exist */
export async function readProgram(query: Query, workspace: string, programId: string): Promise<Program> {
  const statement = 'select definition from giftoin_sandbox.programs where workspace = $1 and program_id = $2';
  const [row] = await query(statement, workspace, programId);
  if (!row) throw createUnknownProgramError(workspace, programId);
  return JSON.parse(String(row.definition)) as Program;
}
