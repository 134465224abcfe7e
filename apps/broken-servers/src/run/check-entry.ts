import { checkContract } from '@giftoin/contract-tests';
import type { Entry } from '../entry.ts';
import type { ConformingServer } from '../server/conforming-server.ts';
import { startRawServer } from '../server/raw-server.ts';
import { user as owner } from '../server/worlds.ts';

/** What the suite found on the server of an entry. */
export interface Result {
  readonly id: string;
  /** Whether the suite found a defect to be one, or nothing wrong with a variant. */
  readonly isRight: boolean;
  /** What was found, in the order in which it was found. */
  readonly findings: readonly string[];
  /** The IDs of the checks that failed. */
  readonly failedChecks: readonly string[];
  readonly requests: number;
  /** In milliseconds. */
  readonly duration: number;
}

/** Has upper and lower case letters and digits, so that every wrong comparison accepts a key that differs. */
export const defaultApiKey = 'gft_main_Zk3vT9qLw27Hx';

/** Runs the suite against the server of an entry. */
export async function checkEntry(conforming: ConformingServer, entry: Entry): Promise<Result> {
  const { id, change, conforms, options } = entry;
  const { world = 'rich', apiKey = defaultApiKey, user = owner.platformUserId, program, check } = options;
  const account = { apiKey, user };
  await using server = await startRawServer(change(conforming.withWorld(world, account), account));
  const start = performance.now();
  const outcome = await checkContract({
    url: server.url,
    key: apiKey,
    user,
    platform: owner.platform,
    program,
    ...((options.hasKeysForStatuses ?? conforms) && { keysFor: conforming.keysFor }),
    rate: Number.POSITIVE_INFINITY,
    // The same random values in every run.
    seed: 20_261_125,
    only: selectChecks(entry),
    stopAtFirst: !conforms && check === undefined,
  }).then(
    ({ findings, checks, ended }) => {
      const failedChecks = checks.filter(({ outcome }) => outcome === 'failed').map((failed) => failed.id);
      const isFound = check === undefined ? findings.length > 0 : failedChecks.some((failed) => failed.includes(check));
      const isClean = findings.length === 0 && failedChecks.length === 0 && ended === undefined;
      return {
        isRight: conforms ? isClean : isFound,
        findings: [
          ...(conforms && ended !== undefined ? [`The run ended early: ${ended}.`] : []),
          ...findings.map(({ requirement, message, request }) => `${requirement.id}: ${message} ${request}`),
        ],
        failedChecks,
      };
    },
    // A suite that cannot run has not found a defect and not approved a variant.
    (error: Error) => ({ isRight: false, findings: [`${error.name}: ${error.message}`], failedChecks: [] }),
  );
  return { id, ...outcome, requests: server.countRequests(), duration: performance.now() - start };
}

/** Returns the part of the check IDs to run. Checks of every response run always, but need requests of other checks. */
function selectChecks({ options: { check, requestsOf = '/valid-key/' } }: Entry): string | undefined {
  return check?.startsWith('responses/') ? requestsOf : check;
}
