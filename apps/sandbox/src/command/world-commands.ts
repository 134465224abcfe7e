import { readFile, writeFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { UsageError } from '@giftoin/command-line';
import type { ProgramChange, Scenario, World } from '@giftoin/types/sandbox-control';
import { worldSchemaFile } from '../world-schema-file.ts';
import type { Commands, Flags } from './command.ts';
import { parseTime, parseUser, parseYesOrNo } from './parse-values.ts';

/** Commands that replace, save or export the world of a workspace. */
export const worldCommands: Commands = {
  scenario: {
    parameters: 'SCENARIO [USER]',
    description:
      'load a scenario: new-user, half-way, one-card-short, just-completed, claimed, claimed-then-ended, expired, no-end, no-reward, big-user',
    run: (control, [scenario, user]) =>
      control.applyScenario({
        // The control API validates the scenario.
        scenario: scenario as Scenario,
        ...(user !== undefined && parseUser(user)),
      }),
  },
  program: {
    parameters: 'PROGRAM',
    flags: ['start', 'end', 'show-before', 'show-after'],
    description: 'change when a program runs, and whether it is visible before and after, for example --show-after no',
    run: (control, [programId = ''], flags) => {
      const change = parseProgramChange(flags);
      if (Object.keys(change).length > 0) return control.changeProgram({ programId, ...change });
      throw new UsageError('program requires --start, --end, --show-before or --show-after. See --help.');
    },
  },
  reset: { parameters: '', description: 'load the default world', run: (control) => control.resetWorkspace() },
  snapshots: { parameters: '', description: 'list the snapshots', run: (control) => control.listSnapshots() },
  save: {
    parameters: 'NAME',
    description: 'save the world as a snapshot',
    run: (control, [snapshot = '']) => control.saveSnapshot({ snapshot }),
  },
  restore: {
    parameters: 'NAME',
    description: 'restore the world from a snapshot',
    run: (control, [snapshot = '']) => control.restoreSnapshot({ snapshot }),
  },
  'snapshot-delete': {
    parameters: 'NAME',
    description: 'delete a snapshot',
    run: (control, [snapshot = '']) => control.deleteSnapshot({ snapshot }),
  },
  export: {
    parameters: '[FILE]',
    description: 'print the world as JSON, or write it to a file; - is the standard output',
    run: async (control, [file]) => {
      const world = await control.exportWorld();
      if (file === undefined || file === '-') return world;
      await writeFile(file, `${JSON.stringify(world, null, 2)}\n`).catch((error: NodeJS.ErrnoException) => {
        throw new Error(`${file} cannot be written (${error.code}).`);
      });
      return undefined;
    },
  },
  load: {
    parameters: 'FILE',
    description: 'replace the world with a JSON file; - is the standard input',
    run: async (control, [file = '']) => control.loadWorld(await readWorldFile(file)),
  },
  schema: {
    parameters: '',
    description: 'print the JSON Schema of a world file; does not need a running sandbox',
    run: async () => JSON.parse(await readFile(worldSchemaFile, 'utf8')),
  },
};

function parseProgramChange({ start, end, 'show-before': before, 'show-after': after }: Flags): ProgramChange {
  const parseDate = (value: string) => (value === 'none' ? null : parseTime(value));
  return {
    ...(start !== undefined && { start: parseDate(start) }),
    ...(end !== undefined && { end: parseDate(end) }),
    ...(before !== undefined && { showBefore: parseYesOrNo('show-before', before) }),
    ...(after !== undefined && { showAfter: parseYesOrNo('show-after', after) }),
  };
}

async function readWorldFile(file: string): Promise<World> {
  const content = await readText(file).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(
      `${file} cannot be read (${error.code}). Pass a JSON file, for example one that export wrote.`,
    );
  });
  try {
    // Some editors write a byte order mark. The control API validates the world.
    return JSON.parse(content.replace(/^\uFEFF/, '')) as World;
  } catch (error) {
    throw new UsageError(
      `${file === '-' ? 'The standard input' : file} is not valid JSON: ${(error as Error).message}.`,
    );
  }
}

function readText(file: string): Promise<string> {
  return file === '-' ? text(process.stdin) : readFile(file, 'utf8');
}
