import { checkContract } from '../src/index.ts';
import type { Mutant } from './mutant.ts';
import type { Conforming } from './server/conforming.ts';
import { serve } from './server/serve.ts';
import { person } from './server/worlds.ts';

/** What the suite made of a mutant. */
export interface Verdict {
  readonly id: string;
  /** Whether it was found to break the contract exactly where it does. */
  readonly isRight: boolean;
  /** What was found, the first thing first. */
  readonly findings: readonly string[];
  readonly requests: number;
  /** How long it took, in milliseconds. */
  readonly time: number;
}

/** A key with small and capital letters and digits, so that any way of comparing keys can be told from the right one. */
const usualKey = 'gft_main_Zk3vT9qLw27Hx';

/** Runs the suite against a mutant: to its end where it conforms, to the first finding where it does not. */
export async function checkMutant(conforming: Conforming, mutant: Mutant): Promise<Verdict> {
  const { id, mutation, conforms, circumstances } = mutant;
  const { world = 'rich', key = usualKey, user = person.platformUserId, program, hasKeysForErrors } = circumstances;
  const setting = { key, user };
  await using server = await serve(mutation(conforming.in(world, setting), setting));
  const start = performance.now();
  const result = await checkContract({
    url: server.url,
    key,
    user,
    platform: person.platform,
    program,
    ...(hasKeysForErrors && { keysFor: conforming.keysFor }),
    // On this machine nothing has to be spared, and what is made by chance shall be the same each time.
    rate: 100_000,
    seed: 20_261_125,
    stopAtFirst: !conforms,
  }).then(
    ({ findings }) => ({
      isRight: findings.length > 0 === !conforms,
      findings: findings.map(({ statement, sentence, request }) => `${statement.id}: ${sentence} ${request}`),
    }),
    // Whoever could not check has neither caught nor acquitted.
    (error: Error) => ({ isRight: false, findings: [`${error.name}: ${error.message}`] }),
  );
  return { id, ...result, requests: server.requests(), time: performance.now() - start };
}
