import type { Entry } from '../entry.ts';
import { startConformingServer } from '../server/conforming-server.ts';
import { checkTrafficOfEntry, type TrafficResult } from './check-traffic-of-entry.ts';

/** How many entries are checked at once: while one waits for a delayed response, the others continue. */
const concurrency = 4;

/** Records ordinary requests to the servers of entries, and checks the recordings. */
export async function checkTrafficOfEntries(entries: readonly Entry[]): Promise<TrafficResult[]> {
  await using conforming = await startConformingServer();
  const results = new Map<Entry, TrafficResult>();
  const queue = [...entries];
  const work = async () => {
    for (let entry = queue.shift(); entry; entry = queue.shift()) {
      results.set(entry, await checkTrafficOfEntry(conforming, entry));
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  return entries.flatMap((entry) => results.get(entry) ?? []);
}
