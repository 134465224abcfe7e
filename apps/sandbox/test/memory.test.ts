import { expect, test } from 'vitest';
import { memoryOf } from '../src/api/memory.ts';
import { wallClock } from '../src/world/clock.ts';
import { winterChallenge } from '../src/world/default-world.ts';

const now = Date.UTC(2026, 0, 15, 12);

test('users who are shown next to nothing are forgotten too, those first who asked longest ago', async () => {
  const read: string[] = [];
  const memory = memoryOf({
    catalogueOf: async () => undefined,
    belongingsOf: async (_, member) => {
      read.push(member);
      return { version: 1, holdings: new Map() };
    },
  });
  // All are over, and none is shown after its end: the list is two bytes, and the program alone is none.
  const catalogue = { version: 1, clock: wallClock, keys: new Map(), programs: [winterChallenge(now - 1e12)] };
  const ask = async (member: string) => {
    const versions = { workspace: 1, member: 1 };
    const view = { workspace: 'w', member, environment: 'production', catalogue, versions, now };
    return [(await memory.list(view)).toString(), await memory.one(view, 'program_123')];
  };
  expect(await ask('discord/first')).toEqual(['[]', undefined]);
  await ask('discord/first');
  expect(read).toEqual(['discord/first']);
  for (let user = 0; user < 40_000; user += 1) await ask(`discord/${user}`);
  await ask('discord/first');
  await ask('discord/39999');
  expect(read.length).toBe(40_002);
  expect(read.at(-1)).toBe('discord/first');
});
