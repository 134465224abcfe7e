import { randomInt } from 'node:crypto';
import { answerChecks } from './answer-checks.ts';
import { type Check, SkippedError } from './check.ts';
import { contractOf } from './contract.ts';
import { findingsOf } from './findings.ts';
import { introduced, recommendedHeader, type Stranger } from './introduction.ts';
import { type ContractOptions, CouldNotRunError, defaults } from './options.ts';
import { stagesOf } from './plan.ts';
import { recorderOf } from './recorder.ts';
import type { CheckResult, ContractReport } from './report.ts';
import type { Server } from './server.ts';
import { answeredCheckId, sessionOf } from './session.ts';
import { ExhaustedError, paceOf } from './transport/pace.ts';

/**
 * Holds a server against the contract. Only GET is sent, no redirect is followed, and no text of the report holds a key.
 *
 * @throws {CouldNotRunError} where that cannot be found out: the server is not reached, or the key works nowhere
 * @throws {DocumentError} where the document cannot be read
 */
export async function checkContract(options: ContractOptions): Promise<ContractReport> {
  const { url, key, keysFor = {}, budget = defaults.budget, rate = defaults.rate, seed = randomInt(2 ** 31) } = options;
  const {
    concurrency = defaults.concurrency,
    timeout = defaults.timeout,
    deadline = defaults.deadline,
    signal,
    onProgress,
  } = options;
  const started = performance.now();
  const contract = await contractOf(options.document);
  const origin = new URL(url);
  const pace = paceOf({ budget, rate, concurrency, deadline });
  const recorder = recorderOf(() => {
    if (options.stopAtFirst) end('the run ended at the first thing that is broken');
  });
  const session = sessionOf({ origin, concurrency, timeout }, pace, recorder);
  const end = (reason: string) => {
    pace.stop(reason);
    session.close();
  };
  let ended: string | undefined;
  const cancel = () => end('the run was cancelled');
  signal?.addEventListener('abort', cancel);

  try {
    if (signal?.aborted) cancel();
    const stranger = {
      contract,
      origin,
      key: { value: key, shown: '$GIFTOIN_API_KEY' },
      keysFor: new Map(
        Object.entries(keysFor).map(([status, value]) => [
          Number(status),
          { value, shown: `$GIFTOIN_API_KEY_${status}` },
        ]),
      ),
      isDirect: options.direct ?? false,
      seed,
    };
    const server = await known(stranger);
    const stages = server ? stagesOf(server, options.only) : [];
    const results = new Map<string, CheckResult>();
    const all = stages.flatMap(({ checks }) => checks);
    const run = async (check: Check) => {
      if (server) results.set(check.id, await resultOf(check, server));
      onProgress?.({
        requests: pace.sent,
        checksDone: results.size,
        checks: all.length,
        failed: recorder.failed.size,
      });
    };
    for (const { checks, oneAtATime } of stages) {
      if (oneAtATime) for (const check of checks) await run(check);
      else await Promise.all(checks.map(run));
    }

    const checks = [...all.map(({ id }) => results.get(id) as CheckResult), ...answerResults()];
    const outcomes = (outcome: CheckResult['outcome']) => checks.filter((check) => check.outcome === outcome).length;
    return {
      url: origin.origin,
      seed,
      requests: pace.sent,
      duration: Math.round(performance.now() - started),
      checks,
      findings: findingsOf(server ?? { ...stranger, usualHeader: recommendedHeader }, recorder.faults),
      ...(ended !== undefined && { ended }),
      passed: outcomes('passed'),
      failed: outcomes('failed'),
      skipped: outcomes('skipped'),
    };
  } finally {
    signal?.removeEventListener('abort', cancel);
    session.close();
  }

  /** Undefined where the run ended before the server was known, for something that is broken. */
  async function known(stranger: Stranger): Promise<Server | undefined> {
    try {
      return await introduced(stranger, options, (server) => session.askingFor(server, answeredCheckId));
    } catch (error) {
      if (!(error instanceof ExhaustedError)) throw error;
      ended = error.message;
      if (recorder.faults.length > 0) return undefined;
      throw new CouldNotRunError(`${origin.origin} could not be checked: ${error.message}.`);
    }
  }

  async function resultOf({ id, title, skip, run }: Check, server: Server): Promise<CheckResult> {
    if (skip !== undefined) return { id, title, outcome: 'skipped', reason: skip };
    let reason: string | undefined;
    try {
      await run?.(session.askingFor(server, id));
    } catch (error) {
      if (!(error instanceof ExhaustedError || error instanceof SkippedError)) throw error;
      reason = error.message;
      if (error instanceof ExhaustedError) ended ??= reason;
    }
    // What was found before the end counts, whatever was not asked any more.
    if (recorder.failed.has(id)) return { id, title, outcome: 'failed' };
    return reason === undefined ? { id, title, outcome: 'passed' } : { id, title, outcome: 'skipped', reason };
  }

  function answerResults(): CheckResult[] {
    const whole = { id: answeredCheckId, title: 'Every request gets a whole answer' };
    return [whole, ...answerChecks].map(({ id, title }) => {
      if (recorder.failed.has(id)) return { id, title, outcome: 'failed' };
      if (session.met.has(id)) return { id, title, outcome: 'passed' };
      return { id, title, outcome: 'skipped', reason: 'no such answer came' };
    });
  }
}
