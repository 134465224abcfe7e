import type { Program, World } from '@giftoin/types/sandbox-control';
import type { Store } from '../../src/store/index.ts';
import { RequestError } from '../../src/store/index.ts';

/** When it is in these worlds, whose clocks stand still. */
export const noon = 1_700_000_000_000;

/** A program that runs, with three cards and a reward, unless something else is said. */
export function programOf(id: string, changes: Partial<Program> = {}): Program {
  return {
    id,
    name: `The program ${id}`,
    image: 'https://example.com/program.png',
    description: 'Three cards',
    environment: 'production',
    createdTimestamp: noon - 2_000,
    duration: { start: { date: noon - 1_000, showBefore: true }, end: { date: noon + 1_000, showAfter: false } },
    reward: {
      id: `reward_of_${id}`,
      name: 'Badge',
      image: 'https://example.com/badge.png',
      description: 'For all three',
      value: 'secret',
      viewType: 'QR',
    },
    cards: ['a', 'b', 'c'].map((name) => ({
      id: `card_${name}`,
      name: `Card ${name}`,
      image: `https://example.com/${name}.png`,
      rarity: 'rare',
    })),
    ...changes,
  };
}

/** A world of one program, `program_1`, and nobody in it. */
export const plainWorld: World = { programs: [programOf('program_1')], clock: { frozenAt: noon, offset: 0 } };

let workspaces = 0;

/** Makes a workspace of its own for a test. */
export async function newWorkspace(store: Store, world: World = plainWorld): Promise<string> {
  workspaces += 1;
  return (await store.createWorkspace(`workspace-${workspaces}`, world)).workspace;
}

/** With what an operation is refused: the status and the sentence. Anything else fails the test. */
export async function refusalOf(operation: () => unknown): Promise<[status: number, message: string]> {
  try {
    await operation();
  } catch (error) {
    if (error instanceof RequestError) return [error.status, error.message];
    throw error;
  }
  throw new Error('It was not refused.');
}

/** One promise for each number from 0 to `count` - 1. */
export function times<Result>(count: number, make: (index: number) => Promise<Result>): Promise<Result[]> {
  return Promise.all(Array.from({ length: count }, (_, index) => make(index)));
}
