import { createWinterChallenge } from '@giftoin/simulator/sandbox';
import { expect, test } from 'vitest';
import { createResponseCache } from '../src/api/response-cache.ts';

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
  const programs = [createWinterChallenge(now - 1e12)];
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
