import type { AcceptedFinding } from '../model/baseline.ts';
import type { ContractReport, Finding } from '../model/contract-report.ts';
import type { FailedRun } from '../model/failed-run.ts';
import { packageVersion } from '../model/package-version.ts';

/** The run in SARIF, apart from its results. */
interface SarifRun {
  readonly url: string | undefined;
  /** Why the run is not complete. */
  readonly problems: readonly string[];
  readonly findings: readonly Finding[];
  /** The findings that a baseline accepts. */
  readonly accepted: readonly AcceptedFinding[];
  readonly properties: Readonly<Record<string, unknown>>;
}

/** Formats the findings of a report as SARIF 2.1.0, for example for the code scanning of GitHub. */
export function formatSarif(report: ContractReport): string {
  const { url, findings, ended, tooLittle, seed, requests, passed, failed, skipped } = report;
  const problems = [
    ...(ended === undefined ? [] : [`The run is incomplete, because ${ended}.`]),
    ...(tooLittle === undefined ? [] : [tooLittle]),
  ];
  const accepted = report.baseline?.accepted ?? [];
  return toLog({ url, problems, findings, accepted, properties: { seed, requests, passed, failed, skipped } });
}

/** Formats a run without results as SARIF: it was not successful, and says why. */
export function formatFailedSarif({ url, reason }: FailedRun): string {
  return toLog({ url, problems: [reason], findings: [], accepted: [], properties: {} });
}

function toLog({ url, problems, findings, accepted, properties }: SarifRun): string {
  const rules = [...new Map(findings.map(({ requirement }) => [requirement.id, requirement])).values()];
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'giftoin-contract-tests',
            semanticVersion: packageVersion,
            informationUri: 'https://github.com/giftoin/contract/tree/main/apps/contract-tests#readme',
            rules: rules.map(({ id, text }) => ({
              id,
              shortDescription: { text },
              defaultConfiguration: { level: 'error' },
            })),
          },
        },
        automationDetails: { id: 'giftoin-contract-tests/' },
        invocations: [
          {
            executionSuccessful: problems.length === 0,
            toolExecutionNotifications: problems.map((text) => ({ level: 'error', message: { text } })),
          },
        ],
        results: [
          ...findings.map((finding) => toResult(finding, rules.indexOf(finding.requirement))),
          ...accepted.map(toSuppressedResult),
        ],
        properties: { ...(url !== undefined && { url }), ...properties },
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function toResult(finding: Finding, ruleIndex: number) {
  const { requirement, fingerprint, code, path, message, request, received, expected, likelyCause, times, checks } =
    finding;
  const cause = likelyCause === undefined ? '' : ` Likely cause: ${likelyCause}`;
  return {
    ruleId: requirement.id,
    ...(ruleIndex >= 0 && { ruleIndex }),
    level: 'error',
    message: { text: `${message}${cause}` },
    locations: [toLocation(checks[0] ?? requirement.id)],
    // The message and the request differ from run to run. The fingerprint is the one of a baseline.
    partialFingerprints: { 'contractFinding/v1': fingerprint },
    properties: { code, path, request, received, expected, times, checks },
  };
}

/** A finding that a baseline accepts is a result that is suppressed, with the reason. */
function toSuppressedResult({ fingerprint, message, reason, checks }: AcceptedFinding) {
  // A fingerprint starts with the requirement.
  const ruleId = fingerprint.split(' ')[0] ?? fingerprint;
  return {
    ruleId,
    level: 'error',
    message: { text: message },
    locations: [toLocation(checks[0] ?? ruleId)],
    partialFingerprints: { 'contractFinding/v1': fingerprint },
    suppressions: [{ kind: 'external', justification: reason }],
  };
}

/** A server has no files. GitHub shows only results with a place in one: the document says what is violated. */
function toLocation(checkId: string) {
  return {
    physicalLocation: { artifactLocation: { uri: 'openapi.yaml' }, region: { startLine: 1 } },
    logicalLocations: [{ fullyQualifiedName: checkId }],
  };
}
