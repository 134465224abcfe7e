/** What `test/kill.test.ts` shows, many times. */
import { afterAll, beforeAll, describe, test } from 'vitest';
import { killDuringWrites, processes } from '../test/kills.ts';
import { createLocations, type Locations, sharedKinds } from '../test/store/databases.ts';

const rounds = 20;

describe.each(sharedKinds)('on %s', (kind) => {
  let locations: Locations;
  beforeAll(async () => {
    locations = await createLocations(kind);
  });
  afterAll(() => locations?.remove());

  test(`keeps every acknowledged change after ${rounds * processes} kills during writes`, async () => {
    await killDuringWrites(await locations.createEmpty(), rounds);
  });
});
