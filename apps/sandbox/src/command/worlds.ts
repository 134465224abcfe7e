import { readFile, writeFile } from 'node:fs/promises';
import type { Scenario, World } from '@giftoin/types/sandbox-control';
import { worldSchemaFile } from '../world/world-schema.ts';
import type { Commands } from './command.ts';
import { UsageError, userFrom } from './values.ts';

/** Whole situations, to arrange, keep and bring back. */
export const worlds: Commands = {
  scenario: {
    words: 'SCENARIO [USER]',
    about:
      'arrange a situation: new-user, half-way, one-card-short, just-completed, claimed, expired, no-end, no-reward, big-user',
    run: (control, [scenario, user]) =>
      control.applyScenario({
        // The sandbox holds it against the scenarios there are.
        scenario: scenario as Scenario,
        ...(user !== undefined && userFrom(user)),
      }),
  },
  reset: { words: '', about: 'bring back the default world', run: (control) => control.resetWorkspace() },
  snapshots: { words: '', about: 'list the snapshots', run: (control) => control.listSnapshots() },
  save: {
    words: 'NAME',
    about: 'keep the world as a snapshot',
    run: (control, [snapshot = '']) => control.saveSnapshot({ snapshot }),
  },
  restore: {
    words: 'NAME',
    about: 'bring back the world of a snapshot',
    run: (control, [snapshot = '']) => control.restoreSnapshot({ snapshot }),
  },
  forget: {
    words: 'NAME',
    about: 'delete a snapshot',
    run: (control, [snapshot = '']) => control.deleteSnapshot({ snapshot }),
  },
  export: {
    words: '[FILE]',
    about: 'write the world as JSON',
    run: async (control, [file]) => {
      const world = await control.exportWorld();
      if (file === undefined) return world;
      await writeFile(file, `${JSON.stringify(world, null, 2)}\n`).catch((error: NodeJS.ErrnoException) => {
        throw new Error(`${file} cannot be written (${error.code}).`);
      });
      return undefined;
    },
  },
  load: {
    words: 'FILE',
    about: 'replace the world by that of a JSON file',
    run: async (control, [file = '']) => control.loadWorld(await worldFrom(file)),
  },
  schema: {
    words: '',
    about: 'write the JSON Schema of such a file; no sandbox need run',
    run: async () => JSON.parse(await readFile(worldSchemaFile, 'utf8')),
  },
};

async function worldFrom(file: string): Promise<World> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`${file} cannot be read (${error.code}). Give a JSON file, such as one that export wrote.`);
  });
  try {
    // The sandbox holds it against its schema. Some editors begin a file with a byte order mark.
    return JSON.parse(text.replace(/^\uFEFF/, '')) as World;
  } catch (error) {
    throw new UsageError(`${file} is not valid JSON: ${(error as Error).message}.`);
  }
}
