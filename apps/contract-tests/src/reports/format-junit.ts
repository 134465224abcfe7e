import type { CheckResult, ContractReport, Finding, OperationResult } from '../model/contract-report.ts';
import type { FailedRun } from '../model/failed-run.ts';
import { formatTitle } from './format-traffic.ts';

/**
 * Formats a report as JUnit XML: one test case for each check, one for the run, which is an error if it is incomplete, and one for
 * each operation of the document, which is skipped if it was not checked.
 */
export function formatJunit(report: ContractReport): string {
  const { checks, operations, failed, skipped, duration, seed, requests, findings } = report;
  const notChecked = operations.filter(({ outcome }) => outcome === 'skipped').length;
  const problem = report.ended === undefined ? report.tooLittle : `The run is incomplete, because ${report.ended}.`;
  const errors = problem === undefined ? 0 : 1;
  const time = formatTime(duration);
  const formatCounts = (tests: number, notRun: number) =>
    `tests="${tests}" failures="${failed}" errors="${errors}" skipped="${notRun}" time="${time}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${formatCounts(checks.length + operations.length + 1, skipped + notChecked)}>`,
    `  <testsuite name=${formatAttribute(formatTitle(report))} ${formatCounts(checks.length + 1, skipped)}>`,
    `    <properties><property name="seed" value="${seed}"/><property name="requests" value="${requests}"/></properties>`,
    formatRunCase(problem, duration),
    ...checks.map((check) => formatTestCase(check, findings)),
    '  </testsuite>',
    `  <testsuite name="Operations of the document" tests="${operations.length}" failures="0" errors="0" skipped="${notChecked}" time="0">`,
    ...operations.map(formatOperationCase),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

/** Formats a run without results as JUnit XML: the test case of the run is an error. */
export function formatFailedJunit({ url, reason }: FailedRun): string {
  const counts = 'tests="1" failures="0" errors="1" skipped="0" time="0"';
  const name = url === undefined ? 'Contract checks' : `Contract checks against ${url}`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${counts}>`,
    `  <testsuite name=${formatAttribute(name)} ${counts}>`,
    formatRunCase(reason, 0),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

function formatRunCase(problem: string | undefined, duration: number): string {
  const start = `    <testcase classname="run" name="The run checks everything that it should" time="${formatTime(duration)}"`;
  if (problem === undefined) return `${start}/>`;
  return `${start}><error type="run" message=${formatAttribute(problem)}>${escapeText(problem)}</error></testcase>`;
}

/** Formats milliseconds as seconds. */
function formatTime(duration: number): string {
  return (duration / 1000).toFixed(3);
}

function formatOperationCase({ operationId, method, path, outcome, reason = '' }: OperationResult): string {
  const name = formatAttribute(`${operationId} (${method} ${path})`);
  const start = `    <testcase classname="operations" name=${name} time="0"`;
  if (outcome === 'checked') return `${start}/>`;
  return `${start}><skipped message=${formatAttribute(reason)}/></testcase>`;
}

function formatTestCase(check: CheckResult, findings: readonly Finding[]): string {
  const { id, title, outcome, reason = '', duration = 0 } = check;
  const name = `classname=${formatAttribute(id.replaceAll('/', '.'))} name=${formatAttribute(title)}`;
  const start = `    <testcase ${name} time="${formatTime(duration)}"`;
  if (outcome === 'passed') return `${start}/>`;
  if (outcome === 'skipped') return `${start}><skipped message=${formatAttribute(reason)}/></testcase>`;
  return `${start}>${formatFailure(findings.filter(({ checks }) => checks.includes(id)))}</testcase>`;
}

/** Formats all findings of a test case as one failure: many readers of JUnit reports accept only one. */
function formatFailure(findings: readonly Finding[]): string {
  const [first] = findings;
  const others = findings.length > 1 ? ` (and ${findings.length - 1} more)` : '';
  const message = `${first?.message ?? 'The check failed.'}${others}`;
  const attributes = `type=${formatAttribute(first?.requirement.id ?? 'unknown')} message=${formatAttribute(message)}`;
  return `<failure ${attributes}>${escapeText(findings.map(formatFinding).join('\n\n'))}</failure>`;
}

function formatFinding(finding: Finding, index: number): string {
  const { requirement, path, message, request, received, expected, likelyCause, otherRequests } = finding;
  return [
    // The first one is in the attribute.
    ...(index === 0 ? [] : [message]),
    `contract: ${requirement.text}`,
    ...(path === '' ? [] : [`path: ${path}`]),
    `request: ${request}`,
    `received: ${received}`,
    `expected: ${expected}`,
    ...(likelyCause === undefined ? [] : [`cause: ${likelyCause}`]),
    ...otherRequests.map((other) => `also: ${other}`),
  ].join('\n');
}

function formatAttribute(text: string): string {
  return `"${escapeText(text)
    .replaceAll('"', '&quot;')
    .replaceAll(/[\t\r\n]/g, ' ')}"`;
}

/** Replaces control characters, because XML cannot represent most of them. */
function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[^\t\r\n\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\u{fffd}')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
