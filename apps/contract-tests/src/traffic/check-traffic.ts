import { applyBaseline } from '../baseline/apply-baseline.ts';
import { responseChecks } from '../checks/responses/response-checks.ts';
import { returnsPrograms } from '../checks/responses/rule-violations.ts';
import { formatUnseen } from '../checks/responses/situations.ts';
import type { RequirementResult } from '../coverage/create-coverage.ts';
import { findTooLittle } from '../coverage/find-too-little.ts';
import { type Contract, readContract } from '../model/contract.ts';
import { CouldNotRunError } from '../model/contract-options.ts';
import type { CheckResult, ContractReport, OperationResult } from '../model/contract-report.ts';
import { createFindings } from '../reports/create-findings.ts';
import { toSafeReport } from '../reports/to-safe-text.ts';
import { openRecording } from './files/open-recording.ts';
import { readHar } from './files/read-har.ts';
import { readLog } from './files/read-log.ts';
import { formatNothingMatched } from './format-nothing-matched.ts';
import { createMalformedPlaces } from './malformed-places.ts';
import { createTrafficChecker, type TrafficChecker } from './traffic-checker.ts';
import { toTrafficCounts } from './traffic-counts.ts';
import { trafficLimits } from './traffic-limits.ts';
import type { TrafficOptions } from './traffic-options.ts';

/**
 * Checks recorded requests and responses against the contract, with the checks that run on every response of a server. Reads
 * the files one after the other, in bounded memory. No text of the report contains an API key.
 *
 * Throws CouldNotRunError if a file cannot be read, or no exchange is of an operation of the document. Throws DocumentError
 * if the document cannot be read, or contains something that is not supported.
 */
export async function checkTraffic(options: TrafficOptions): Promise<ContractReport> {
  const started = performance.now();
  const { files, signal, formatMessage = ({ message }) => message } = options;
  const contract = await readContract(options.document);
  const origins = options.origins?.length ? options.origins : contract.servers;
  if (origins.length === 0) {
    throw new CouldNotRunError('The document names no server. Pass the origin of the recorded API with --origin.');
  }
  const checker = createTrafficChecker({ contract, origins, isDirect: options.direct ?? false, formatMessage });
  const malformed = createMalformedPlaces();
  for (const file of files) {
    const { isHar, chunks } = await openRecording(file);
    for await (const item of isHar ? readHar(chunks) : readLog(chunks)) {
      if (signal?.aborted) break;
      if ('exchange' in item) checker.check(item.exchange);
      else malformed.add({ file, ...item });
    }
  }
  const { counts, recorder } = checker;
  if (counts.checked === 0) throw new CouldNotRunError(formatNothingMatched(counts, origins, malformed));

  const rawChecks = listCheckResults(contract, checker);
  const { findings, checks, baseline } = applyBaseline(options.accepted ?? [], {
    findings: createFindings(checker.server, recorder),
    checks: rawChecks,
    // Traffic that does not show a deviation does not prove that it is gone.
    isComplete: false,
    now: Date.now(),
  });
  const count = (outcome: CheckResult['outcome']) => checks.filter((check) => check.outcome === outcome).length;
  const covered = checker.coverage.createReport(listRequirementResults(rawChecks));
  const hasPrograms = contract.reads.some(returnsPrograms);
  const tooLittle = findTooLittle(options.require ?? 'nothing', checker.coverage, covered, hasPrograms);
  const ended = signal?.aborted ? 'it was cancelled' : findMissing(checker, malformed.count);
  return toSafeReport({
    url: origins.join(', '),
    seed: 0,
    requests: counts.checked,
    duration: Math.round(performance.now() - started),
    checks,
    operations: listOperationResults(contract, checker),
    coverage: covered,
    ...(tooLittle !== undefined && { tooLittle }),
    traffic: {
      files,
      origins,
      ...toTrafficCounts(counts),
      notKept: recorder.notKept,
      malformed: malformed.count,
      malformedPlaces: malformed.places,
      limits: trafficLimits,
    },
    findings,
    ...(options.accepted && { baseline }),
    ...(ended !== undefined && { ended }),
    passed: count('passed'),
    failed: count('failed'),
    skipped: count('skipped'),
  });
}

/** Why not everything was checked that the files have. */
function findMissing({ counts }: TrafficChecker, malformed: number): string | undefined {
  if (malformed > 0) return `${malformed} ${malformed === 1 ? 'place' : 'places'} could not be read`;
  if (counts.withoutBody + counts.tooLarge < counts.checked) return undefined;
  return 'no response body was recorded. Record the traffic with the bodies of the responses';
}

function listCheckResults(contract: Contract, { recorder, coverage }: TrafficChecker): CheckResult[] {
  const concerned = responseChecks.filter(({ concerns }) => concerns?.(contract) ?? true);
  return concerned.map(({ id, title, findUnseen }) => {
    if (recorder.failed.has(id)) return { id, title, outcome: 'failed' };
    const reason = recorder.applied.has(id)
      ? formatUnseen(findUnseen?.(coverage.situations) ?? [])
      : 'no such response was recorded';
    return reason === undefined ? { id, title, outcome: 'passed' } : { id, title, outcome: 'skipped', reason };
  });
}

function listRequirementResults(checks: readonly CheckResult[]): RequirementResult[] {
  return checks.flatMap(({ id, outcome }) => {
    const requirement = responseChecks.find((check) => check.id === id)?.requirement;
    return requirement ? [{ requirement, outcome }] : [];
  });
}

function listOperationResults({ operations }: Contract, checker: TrafficChecker): OperationResult[] {
  return operations.map((operation) => {
    const { operationId, method, path } = operation;
    const described = { operationId, method: method.toUpperCase(), path };
    return checker.operations.has(operation)
      ? { ...described, outcome: 'checked' }
      : { ...described, outcome: 'skipped', reason: 'the recorded traffic has no response of it' };
  });
}
