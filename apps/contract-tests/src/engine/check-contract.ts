import { applyBaseline } from '../baseline/apply-baseline.ts';
import { completeResponseCheck, responseChecks } from '../checks/responses/response-checks.ts';
import { returnsPrograms } from '../checks/responses/rule-violations.ts';
import { formatMissingSituations } from '../checks/responses/situations.ts';
import { createTlsOptions } from '../connection/create-tls-options.ts';
import { createTransport } from '../connection/create-transport.ts';
import { parseProxy } from '../connection/parse-proxy.ts';
import { createCoverage, type RequirementResult } from '../coverage/create-coverage.ts';
import { findTooLittle } from '../coverage/find-too-little.ts';
import { createUndiscoveredServer, discoverServer, recommendedHeader } from '../discovery/discover-server.ts';
import { type Check, ExhaustedError, SkippedError } from '../model/check.ts';
import type { Contract } from '../model/contract.ts';
import { type ContractOptions, CouldNotRunError, defaultOptions } from '../model/contract-options.ts';
import type { CheckResult, ContractReport } from '../model/contract-report.ts';
import type { ServerUnderTest } from '../model/server-under-test.ts';
import { formatServerUrl } from '../model/server-url.ts';
import { createFindings } from '../reports/create-findings.ts';
import { toSafeReport } from '../reports/to-safe-text.ts';
import { createServerOptions } from './create-server-options.ts';
import { deleteCreated } from './delete-created.ts';
import { createOperationResults } from './operation-results.ts';
import { createStages } from './plan.ts';
import { createRateLimiter } from './rate-limiter.ts';
import { createRecorder } from './recorder.ts';
import { createSession } from './session.ts';
import { waitForServer } from './wait-for-server.ts';
import { createWriteTracker } from './write-tracker.ts';

/**
 * Checks a server against the contract. Sends only GET requests, unless `writes` is true, and follows no redirects. No text
 * of the report contains a key.
 *
 * Throws CouldNotRunError if an option cannot be used, the server is not reachable, or accepts the key in no header. Throws DocumentError if the
 * document cannot be read, or contains something that is not supported.
 */
export async function checkContract(options: ContractOptions): Promise<ContractReport> {
  const { concurrency, timeout, rate, deadline, writeBudget, ...limits } = withDefaults(options);
  const { signal, onProgress } = options;
  const settings = await createServerOptions(options);
  const { address, seed, contract, checksWrites } = settings;
  const checkedOperations = [...contract.reads, ...(checksWrites ? contract.writes : [])];
  if (checkedOperations.length === 0) throw new CouldNotRunError(formatNothingToCheck(contract));
  const budget = options.budget ?? Math.max(limits.budget, limits.budgetPerOperation * checkedOperations.length);
  const writes = createWriteTracker(contract, writeBudget);
  const transport = createTransport({
    origin: address.origin,
    tlsOptions: createTlsOptions(options),
    proxy: options.proxy === undefined ? undefined : parseProxy(options.proxy),
    concurrency,
    timeout,
  });
  await waitForServer(createUndiscoveredServer(settings, options), transport, options).catch((error) => {
    transport.close();
    throw error;
  });
  const started = performance.now();
  const limiter = createRateLimiter({ budget, rate, concurrency, deadline });
  const recorder = createRecorder(() => {
    if (options.stopAtFirst) stop('the run ended at the first violation');
  });
  const coverage = createCoverage(contract, checkedOperations);
  const session = createSession({ transport, timeout }, limiter, recorder, writes, coverage);
  const stop = (reason: string) => {
    limiter.stop(reason);
    session.close();
  };
  let ended: string | undefined;
  const cancel = () => stop('the run was cancelled');
  signal?.addEventListener('abort', cancel);
  // Also ends requests that are under way. A cleanup can still send its own.
  const deadlineTimer = setTimeout(() => stop(limiter.deadlineReason), deadline + deadlineGrace);

  try {
    if (signal?.aborted) cancel();
    const server = await discover();
    const stages = server ? createStages(server, options.only) : [];
    const results = new Map<string, CheckResult>();
    const all = stages.flatMap(({ checks }) => checks);
    const run = async (check: Check) => {
      const start = performance.now();
      const result = server && (await runCheck(check, server));
      if (result) results.set(check.id, { ...result, duration: Math.round(performance.now() - start) });
      const { started: requests } = limiter;
      onProgress?.({ requests, checksDone: results.size, checks: all.length, failed: recorder.failed.size });
    };
    try {
      for (const { checks, isSequential } of stages) {
        if (isSequential) for (const check of checks) await run(check);
        else await Promise.all(checks.map(run));
      }
    } finally {
      if (server) await deleteCreated(session, server, writes);
    }

    const rawChecks = [
      ...all.map(({ id }) => results.get(id) as CheckResult),
      ...listResponseResults(server?.isMock ?? false),
    ];
    const requirementOf = new Map(
      [...all, completeResponseCheck, ...responseChecks].map(({ id, requirement }) => [id, requirement]),
    );
    const covered = coverage.createReport(
      rawChecks.flatMap(({ id, outcome }): RequirementResult[] => {
        const requirement = requirementOf.get(id);
        return requirement ? [{ requirement, outcome }] : [];
      }),
    );
    const tooLittle =
      options.only === undefined
        ? findTooLittle(options.require ?? 'nothing', coverage, covered, contract.reads.some(returnsPrograms))
        : undefined;
    const { findings, checks, baseline } = applyBaseline(options.accepted ?? [], {
      findings: createFindings(server ?? { ...settings, ...nothingDiscovered }, recorder),
      checks: rawChecks,
      isComplete: ended === undefined && options.only === undefined,
      now: Date.now(),
    });
    const count = (outcome: CheckResult['outcome']) => checks.filter((check) => check.outcome === outcome).length;
    return toSafeReport({
      url: formatServerUrl(address),
      seed,
      requests: limiter.started,
      duration: Math.round(performance.now() - started),
      checks,
      operations: createOperationResults(contract, checks, { checksWrites, only: options.only }),
      coverage: covered,
      ...(tooLittle !== undefined && { tooLittle }),
      ...(checksWrites && {
        writes: { requests: writes.sent, created: writes.created, deleted: writes.deleted },
      }),
      findings,
      ...(options.accepted && { baseline }),
      ...(ended !== undefined && { ended }),
      passed: count('passed'),
      failed: count('failed'),
      skipped: count('skipped'),
    });
  } finally {
    clearTimeout(deadlineTimer);
    signal?.removeEventListener('abort', cancel);
    session.close();
  }

  /** Returns undefined if the run ended during discovery because of a violation. */
  async function discover(): Promise<ServerUnderTest | undefined> {
    try {
      return await discoverServer(settings, options, (server) =>
        session.createContext(server, completeResponseCheck.id),
      );
    } catch (error) {
      if (!(error instanceof ExhaustedError)) throw error;
      ended = error.message;
      if (recorder.violations.length > 0) return undefined;
      throw new CouldNotRunError(`${formatServerUrl(address)} could not be checked: ${error.message}.`);
    }
  }

  async function runCheck({ id, title, skip, run }: Check, server: ServerUnderTest): Promise<CheckResult> {
    if (skip !== undefined) return { id, title, outcome: 'skipped', reason: skip };
    let reason: string | undefined;
    try {
      await run?.(session.createContext(server, id));
    } catch (error) {
      if (!(error instanceof ExhaustedError || error instanceof SkippedError)) throw error;
      reason = error.message;
      if (error instanceof ExhaustedError) ended ??= reason;
    }
    // A check that found a violation has failed, even if it could not send all its requests.
    if (recorder.failed.has(id)) return { id, title, outcome: 'failed' };
    if (reason !== undefined) return { id, title, outcome: 'skipped', reason };
    const sample = recorder.samples.get(id);
    return { id, title, outcome: 'passed', ...(sample !== undefined && { sample }) };
  }

  function listResponseResults(isMock: boolean): CheckResult[] {
    const concerned = responseChecks.filter(({ concerns }) => concerns?.(contract) ?? true);
    return [completeResponseCheck, ...concerned].map(({ id, title, findUnseen }) => {
      if (recorder.failed.has(id)) return { id, title, outcome: 'failed' };
      const reason = session.applied.has(id)
        ? formatMissingSituations(findUnseen?.(coverage.situations) ?? [], isMock)
        : 'there was no such response';
      return reason === undefined ? { id, title, outcome: 'passed' } : { id, title, outcome: 'skipped', reason };
    });
  }
}

/** What is known of a server if the run ended during discovery. */
const nothingDiscovered = { usualHeader: recommendedHeader, requiredParameters: new Map(), bodies: new Map() };

/** A request ends at the deadline. One that does not is ended after this time, in milliseconds. */
const deadlineGrace = 500;

/** The limits of a run. */
type Limits = Record<
  'budget' | 'budgetPerOperation' | 'writeBudget' | 'rate' | 'concurrency' | 'timeout' | 'deadline',
  number
>;

function withDefaults(options: ContractOptions): Limits {
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  return { ...defaultOptions, ...Object.fromEntries(given) };
}

function formatNothingToCheck({ writes }: Contract): string {
  if (writes.length === 0) return 'The document has no operation that can be checked.';
  return 'The document has only operations that change data. Pass --writes to check them, on a sandbox or on staging only.';
}
