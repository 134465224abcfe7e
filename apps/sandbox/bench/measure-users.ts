import { compare, type Duration, printRatio } from './compare.ts';
import { createProgressPath } from './create-progress-path.ts';
import { printPlans } from './print-plans.ts';
import { seedUsers } from './seed-users.ts';
import { sendLoad } from './send-load.ts';
import { type ServerProcess, startSandboxProcess } from './server-process.ts';

/** Each measurement requests this number of users. */
const requestedUsers = 1_000;

/**
 * Compares sandboxes that store different numbers of users with the one that stores the fewest.
 *
 * @param createLocation creates the path of a new SQLite file, or the URL of a new PostgreSQL database
 * @param userCounts the numbers of users, in ascending order
 */
export async function measureUsers(
  engine: string,
  createLocation: () => string | Promise<string>,
  userCounts: readonly number[],
  { seconds, rounds }: Duration,
): Promise<void> {
  const sandboxes: [userCount: number, sandbox: ServerProcess][] = [];
  const locations = new Map<number, string>();
  try {
    for (const userCount of userCounts) {
      const location = await createLocation();
      locations.set(userCount, location);
      sandboxes.push([userCount, await startSandboxProcess(location)]);
      await seedUsers(location, userCount);
    }
    const [smallest, ...larger] = sandboxes;
    if (!smallest) return;
    for (const each of larger) {
      const measure = ([userCount, sandbox]: typeof each) => sendLoad(sandbox, createPaths(userCount), seconds);
      const ratio = await compare(
        () => measure(each),
        () => measure(smallest),
        rounds,
      );
      printRatio(`${engine}, ${each[0]} users stored, relative to ${smallest[0]}`, ratio);
      if (engine === 'PostgreSQL') await printPlans(locations.get(each[0]) ?? '', createPlatformUserIds(each[0]));
    }
  } finally {
    for (const [, sandbox] of sandboxes) sandbox.stop();
  }
}

function createPaths(userCount: number): string[] {
  return createPlatformUserIds(userCount).map(createProgressPath);
}

/** Creates the IDs of users that are evenly spread over all users. */
function createPlatformUserIds(userCount: number): string[] {
  return Array.from({ length: requestedUsers }, (_, index) => String((index * userCount) / requestedUsers + 1));
}
