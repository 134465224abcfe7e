import { expect, test } from 'vitest';
import { memoryOf } from '../src/api/memory.ts';
import { systemClock } from '../src/world/clock.ts';
import { createWinterChallenge } from '../src/world/default-world.ts';

const now = Date.UTC(2026, 0, 15, 12);

test('users who are shown next to nothing are forgotten too, those first who asked longest ago', async () => {
  const read: string[] = [];
  const memory = memoryOf({
    readWorkspaceState: async () => undefined,
    readInventory: async (_, { platform, platformUserId }) => {
      read.push(`${platform}/${platformUserId}`);
      return { version: 1, programs: new Map() };
    },
  });
  // All are over, and none is shown after its end: the list is two bytes, and the program alone is none.
  const catalogue = { version: 1, clock: systemClock, keys: new Map(), programs: [createWinterChallenge(now - 1e12)] };
  const ask = async (platformUserId: string) => {
    const versions = { workspace: 1, user: 1 };
    const view = {
      workspace: 'w',
      user: { platform: 'discord', platformUserId },
      environment: 'production',
      catalogue,
      versions,
      now,
    };
    return [(await memory.list(view)).toString(), await memory.one(view, 'program_123')];
  };
  expect(await ask('first')).toEqual(['[]', undefined]);
  await ask('first');
  expect(read).toEqual(['discord/first']);
  for (let user = 0; user < 40_000; user += 1) await ask(`${user}`);
  await ask('first');
  await ask('39999');
  expect(read.length).toBe(40_002);
  expect(read.at(-1)).toBe('discord/first');
});
