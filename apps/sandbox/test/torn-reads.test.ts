/** A response is one moment of the database, also while several processes replace the world. */

import { createWinterChallenge } from '@giftoin/simulator/sandbox';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type SandboxProcess, startSandboxProcess } from './sandbox-process.ts';
import { progressPath, user } from './start-test-sandbox.ts';
import { createLocations, type Locations, sharedKinds } from './store/databases.ts';

const loads = 60;

/** Creates a world of a program with other cards, all of which the user owns. */
function createOwnedWorld(name: string) {
  const program = createWinterChallenge(Date.now());
  const cards = program.cards.map((card) => ({ ...card, id: `${name}_${card.id}` }));
  const owned = Object.fromEntries(cards.map(({ id }) => [id, 1]));
  return { programs: [{ ...program, id: name, cards }], users: [{ ...user, cards: { [name]: owned } }] };
}

describe.each(sharedKinds)('on %s', { timeout: 120_000 }, (kind) => {
  let locations: Locations;
  let sandboxes: SandboxProcess[];
  beforeAll(async () => {
    locations = await createLocations(kind);
    const location = await locations.createEmpty();
    sandboxes = await Promise.all([startSandboxProcess(location), startSandboxProcess(location)]);
  });
  afterAll(async () => {
    for (const sandbox of sandboxes ?? []) await sandbox.end('SIGTERM');
    await locations?.remove();
  });

  test('returns no program of one world with the cards of another', async () => {
    const worlds = [createOwnedWorld('one'), createOwnedWorld('other')] as const;
    await sandboxes[0]?.control.loadWorld(worlds[0]);
    let isLoading = true;
    const seen: string[] = [];
    const read = async ({ url }: SandboxProcess) => {
      while (isLoading) {
        const response = await fetch(url + progressPath, { headers: { 'x-gft-api-key': 'gft_default_sandbox' } });
        const [program] = (await response.json()) as { id: string; collectedCount: number; size: number }[];
        seen.push(`${program?.id}: ${program?.collectedCount} of ${program?.size}`);
      }
    };
    const readers = [...sandboxes, ...sandboxes].map(read);
    const load = async ({ control }: SandboxProcess, first: number) => {
      for (let round = 0; round < loads; round += 1) await control.loadWorld(worlds[(first + round) % 2 ? 1 : 0]);
    };
    await Promise.all(sandboxes.map(load));
    isLoading = false;
    await Promise.all(readers);
    expect([...new Set(seen)].sort()).toEqual(['one: 10 of 10', 'other: 10 of 10']);
  });
});
