import { createManyPrograms, defaultUser } from '@giftoin/simulator/sandbox';
import type { World } from '@giftoin/types/sandbox-control';
import { expect, test } from 'vitest';
import { formatWorld, parseWorld } from '../src/store/world-text.ts';

const { programs } = createManyPrograms(defaultUser, 2, 3, 0);
const users = Array.from({ length: 1_201 }, (_, index) => ({ platform: 'discord', platformUserId: `${index}\n` }));
const world: World = { programs, users, clock: { frozenAt: null, offset: 5 } };

test('parses the world that it has formatted, in lines of few users', async () => {
  const text = await formatWorld(world);
  expect(await parseWorld(text)).toEqual(world);
  expect(text.split('\n').map((line) => line.length < 50_000)).toEqual([true, true, true, true]);
});

test('parses a world that an earlier version has stored as one value', async () => {
  expect(await parseWorld(JSON.stringify(world))).toEqual(world);
  expect(await parseWorld(JSON.stringify({ programs }))).toEqual({ programs, users: [] });
});

test('lets others use the event loop between the lines', async () => {
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
  }, 0);
  const large = { programs, users: Array.from({ length: 20_000 }, () => users[0] as (typeof users)[number]) };
  await parseWorld(await formatWorld(large));
  clearInterval(timer);
  expect(turns).toBeGreaterThan(3);
});
