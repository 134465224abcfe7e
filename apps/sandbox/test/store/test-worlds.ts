import { RequestError } from '@giftoin/http';
import type { Program, World } from '@giftoin/types/sandbox-control';
import type { SqlStore } from '../../src/store/index.ts';

/** The time of these worlds, whose clocks are frozen. */
export const noon = 1_700_000_000_000;

/** Creates a program that is running, with three cards and a reward. */
export function createProgram(id: string, changes: Partial<Program> = {}): Program {
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

/** A world of one program, `program_1`, without users. */
export const plainWorld: World = { programs: [createProgram('program_1')], clock: { frozenAt: noon, offset: 0 } };

let workspaces = 0;

/** Creates a workspace for one test. */
export async function createTestWorkspace(store: SqlStore, world: World = plainWorld): Promise<string> {
  workspaces += 1;
  return (await store.createWorkspace(`workspace-${workspaces}`, world)).workspace;
}

/** Returns the status code and the message of the RequestError that an operation throws. Anything else fails the test. */
export async function catchRequestError(operation: () => unknown): Promise<[status: number, message: string]> {
  try {
    await operation();
  } catch (error) {
    if (error instanceof RequestError) return [error.status, error.message];
    throw error;
  }
  throw new Error('The operation threw no error.');
}

/** Runs an operation `count` times concurrently, with the indexes from 0. */
export function runConcurrently<Result>(count: number, run: (index: number) => Promise<Result>): Promise<Result[]> {
  return Promise.all(Array.from({ length: count }, (_, index) => run(index)));
}
