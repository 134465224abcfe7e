import { createWinterChallenge } from '@giftoin/simulator/sandbox';
import { expect, test } from 'vitest';
import { createResponseCache, StateChangedError } from '../src/api/response-cache.ts';

const now = Date.UTC(2026, 0, 15, 12);

test('evicts users with short lists too, the least recently used first', async () => {
  const read: string[] = [];
  const cache = createResponseCache({
    readWorkspaceState: async () => undefined,
    readInventory: async (_, { platform, platformUserId }) => {
      read.push(`${platform}/${platformUserId}`);
      return { version: 1, workspaceVersion: 1, programs: new Map() };
    },
  });
  // The program has ended, and is not shown after its end: the list is two bytes, and the program alone is not found.
  const end = { date: now - 1, showAfter: false };
  const programs = [{ ...createWinterChallenge(now), duration: { start: null, end } }];
  const request = async (platformUserId: string) => {
    const user = { platform: 'discord', platformUserId };
    const versions = { workspace: 1, user: 1 };
    const view = { workspace: 'w', user, environment: 'production', programs, versions, now };
    return [(await cache.formatList(view)).toString(), await cache.formatOne(view, 'program_123')];
  };
  expect(await request('first')).toEqual(['[]', undefined]);
  await request('first');
  expect(read).toEqual(['discord/first']);
  for (let user = 0; user < 40_000; user += 1) await request(`${user}`);
  await request('first');
  await request('39999');
  expect(read.length).toBe(40_002);
  expect(read.at(-1)).toBe('discord/first');
});

test('counts the inventories that it holds, not only the responses', async () => {
  const read: string[] = [];
  const cards = Array.from({ length: 2_000 }, (_, index) => `card_${index}`);
  const cache = createResponseCache({
    readWorkspaceState: async () => undefined,
    readInventory: async (_, { platformUserId }) => {
      read.push(platformUserId);
      const cardQuantities = new Map(cards.map((card) => [card, 1]));
      return {
        version: 1,
        workspaceVersion: 1,
        programs: new Map([['hidden', { cardQuantities, claimedAt: undefined }]]),
      };
    },
  });
  const request = (platformUserId: string) => {
    const user = { platform: 'discord', platformUserId };
    const versions = { workspace: 1, user: 1 };
    return cache.formatList({ workspace: 'w', user, environment: 'production', programs: [], versions, now });
  };
  const users = Array.from({ length: 400 }, (_, index) => `${index}`);
  for (const user of users) await request(user);
  read.length = 0;
  for (const user of users.toReversed()) await request(user);
  // About 100 of these inventories fit into 32 MiB.
  const cached = users.length - read.length;
  expect(cached).toBeGreaterThan(50);
  expect(cached).toBeLessThan(150);
});

test('throws a StateChangedError for an inventory of another version of the workspace', async () => {
  const cache = createResponseCache({
    readWorkspaceState: async () => undefined,
    readInventory: async () => ({ version: 1, workspaceVersion: 2, programs: new Map() }),
  });
  const versions = { workspace: 1, user: 1 };
  const user = { platform: 'discord', platformUserId: '1' };
  const view = { workspace: 'w', user, environment: 'production', programs: [], versions, now };
  await expect(cache.formatList(view)).rejects.toThrow(StateChangedError);
});
