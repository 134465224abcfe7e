import type { CheckResult, ContractReport, Finding } from '../report.ts';

/** A report as JUnit's XML: a test case for every check, with all that it found. */
export function junitOf(report: ContractReport): string {
  const { url, checks, failed, skipped, duration, seed, requests } = report;
  const counts = `tests="${checks.length}" failures="${failed}" errors="0" skipped="${skipped}" time="${duration / 1000}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${counts}>`,
    `  <testsuite name=${attribute(`Contract checks against ${url}`)} ${counts}>`,
    `    <properties><property name="seed" value="${seed}"/><property name="requests" value="${requests}"/></properties>`,
    ...checks.map((check) => caseOf(check, report.findings)),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

function caseOf({ id, title, outcome, reason = '' }: CheckResult, findings: readonly Finding[]): string {
  const start = `    <testcase classname=${attribute(id.replaceAll('/', '.'))} name=${attribute(title)}`;
  if (outcome === 'passed') return `${start}/>`;
  if (outcome === 'skipped') return `${start}><skipped message=${attribute(reason)}/></testcase>`;
  const own = findings.filter(({ checks }) => checks.includes(id));
  return `${start}>${own.map(failureOf).join('')}</testcase>`;
}

function failureOf({ statement, sentence, request, received, expected, likelyCause, otherRequests }: Finding): string {
  const lines = [
    `contract: ${statement.text}`,
    `request: ${request}`,
    `received: ${received}`,
    `expected: ${expected}`,
    ...(likelyCause === undefined ? [] : [`cause: ${likelyCause}`]),
    ...otherRequests.map((other) => `also: ${other}`),
  ];
  return `<failure type=${attribute(statement.id)} message=${attribute(sentence)}>${escaped(lines.join('\n'))}</failure>`;
}

function attribute(text: string): string {
  return `"${escaped(text)
    .replaceAll('"', '&quot;')
    .replaceAll(/[\t\r\n]/g, ' ')}"`;
}

/** XML has no way at all to write most control characters. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[^\t\r\n\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\u{fffd}')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
