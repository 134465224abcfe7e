import type { CheckResult, ContractReport, Finding, OperationResult } from '../model/contract-report.ts';

/**
 * Formats a report as JUnit XML: one test case for each check, with its findings, and one for each operation of the document,
 * which is skipped if it was not checked.
 */
export function formatJunit(report: ContractReport): string {
  const { url, checks, operations, failed, skipped, duration, seed, requests } = report;
  const notChecked = operations.filter(({ outcome }) => outcome === 'skipped').length;
  const formatCounts = (tests: number, notRun: number) =>
    `tests="${tests}" failures="${failed}" errors="0" skipped="${notRun}" time="${duration / 1000}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${formatCounts(checks.length + operations.length, skipped + notChecked)}>`,
    `  <testsuite name=${formatAttribute(`Contract checks against ${url}`)} ${formatCounts(checks.length, skipped)}>`,
    `    <properties><property name="seed" value="${seed}"/><property name="requests" value="${requests}"/></properties>`,
    ...checks.map((check) => formatTestCase(check, report.findings)),
    '  </testsuite>',
    `  <testsuite name="Operations of the document" tests="${operations.length}" failures="0" errors="0" skipped="${notChecked}" time="0">`,
    ...operations.map(formatOperationCase),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

function formatOperationCase({ operationId, method, path, outcome, reason = '' }: OperationResult): string {
  const name = formatAttribute(`${operationId} (${method} ${path})`);
  const start = `    <testcase classname="operations" name=${name}`;
  if (outcome === 'checked') return `${start}/>`;
  return `${start}><skipped message=${formatAttribute(reason)}/></testcase>`;
}

function formatTestCase({ id, title, outcome, reason = '' }: CheckResult, findings: readonly Finding[]): string {
  const start = `    <testcase classname=${formatAttribute(id.replaceAll('/', '.'))} name=${formatAttribute(title)}`;
  if (outcome === 'passed') return `${start}/>`;
  if (outcome === 'skipped') return `${start}><skipped message=${formatAttribute(reason)}/></testcase>`;
  const own = findings.filter(({ checks }) => checks.includes(id));
  return `${start}>${own.map(formatFailure).join('')}</testcase>`;
}

function formatFailure(finding: Finding): string {
  const { requirement, path, message, request, received, expected, likelyCause, otherRequests } = finding;
  const lines = [
    `contract: ${requirement.text}`,
    ...(path === '' ? [] : [`path: ${path}`]),
    `request: ${request}`,
    `received: ${received}`,
    `expected: ${expected}`,
    ...(likelyCause === undefined ? [] : [`cause: ${likelyCause}`]),
    ...otherRequests.map((other) => `also: ${other}`),
  ];
  const attributes = `type=${formatAttribute(requirement.id)} message=${formatAttribute(message)}`;
  return `<failure ${attributes}>${escapeText(lines.join('\n'))}</failure>`;
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
