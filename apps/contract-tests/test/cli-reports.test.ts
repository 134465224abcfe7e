/** What the program prints and writes for a server that violates the contract. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { XMLValidator } from 'fast-xml-parser';
import { afterAll, expect, test } from 'vitest';
import type { CheckResult, ContractReport, Finding } from '../src/index.ts';
import { formatSarif } from '../src/reports/format-sarif.ts';
import { createJsonResponse, key, startFixtureServer } from './fixture-server.ts';
import { fast, runCli } from './run-cli.ts';
import { validateSarif } from './validate-sarif.ts';

const broken = await startFixtureServer({
  change: (response, { url = '' }) => {
    if (response.status !== 400 || !url.includes('%00')) return response;
    return createJsonResponse(500, { error: `<b>"${key}" & \u0001` });
  },
});
const folder = await mkdtemp(join(tmpdir(), 'giftoin-contract-'));
afterAll(async () => {
  await broken[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

const files = ['junit', 'json', 'markdown', 'sarif'].map((format) => join(folder, format));
const [junit = '', json = '', markdown = '', sarif = ''] = files;
const ran = runCli([
  '--url',
  broken.url,
  '--key',
  key,
  '--junit',
  junit,
  '--json',
  json,
  '--markdown',
  markdown,
  '--sarif',
  sarif,
  ...fast,
]);

test('exits with 1, and prints each cause once, with the requirement, the request, the response and what was expected', async () => {
  const { code, out, err } = await ran;
  expect([code, err]).toEqual([1, '']);
  expect(out).toContain(`
  FAIL  The status code is 500. Expected no 5xx.
          contract  No request leads to a 5xx status code. (10-no-server-error)
          request   curl -i --path-as-is -H "x-gft-api-key: $GIFTOIN_API_KEY" '${broken.url}/api/v1/users/a%00a/123456789012345678/progress/collection-challenges'
          received  500 application/json; {"error":"<b>\\"$GIFTOIN_API_KEY\\" & \\u0001"}
          expected  a status code below 500 for any request
`);
  expect(out).toContain(
    'by No request leads to a 5xx status code; listCollectionChallengeProgress returns 400 if platform is malformed; ',
  );
  expect(out).toContain('the server violates the contract. 3 findings.\n');
});

test('the JUnit report has one failure in every failed test case, the time of each, and is valid XML', async () => {
  await ran;
  const text = await readFile(junit, 'utf8');
  expect(XMLValidator.validate(text)).toBe(true);
  const count = (element: string) => text.split(`<${element} `).length - 1;
  expect(count('failure')).toBeGreaterThan(0);
  expect(text).not.toContain('</failure><failure');
  expect(text.match(/<testcase [^>]* time="\d+(\.\d{3})?"/g)?.length).toBe(count('testcase'));
  const times = [...text.matchAll(/<testcase classname="listColl[^>]* time="([^"]*)"/g)].map(([, time]) =>
    Number(time),
  );
  expect(Math.max(...times)).toBeGreaterThan(0);
  expect(text).toContain(
    `<testsuites tests="${count('testcase')}" failures="${count('failure')}" errors="0" skipped="${count('skipped')}"`,
  );
  expect(text).toContain(
    '<testcase classname="responses.no-server-error" name="No request leads to a 5xx status code" time="0.000">' +
      '<failure type="10-no-server-error" message="The status code is 500. Expected no 5xx.">',
  );
  expect(text).toContain('{"error":"&lt;b&gt;\\"$GIFTOIN_API_KEY\\" &amp; \\u0001"}');
  expect(text).toContain(
    '<skipped message="requires a key whose subscription is overdue. Pass a key for it with --key-for 402=KEY"/>',
  );
});

test('the JSON report has the whole result', async () => {
  await ran;
  const report = JSON.parse(await readFile(json, 'utf8'));
  const count = (outcome: string) => report.checks.filter((check: CheckResult) => check.outcome === outcome).length;
  const counts = { passed: count('passed'), failed: count('failed'), skipped: count('skipped') };
  expect(report).toMatchObject({ url: broken.url, seed: 1, ...counts });
  expect(counts.passed + counts.failed + counts.skipped).toBe(report.checks.length);
  expect(report.findings.map(({ requirement, code, path }: Finding) => [requirement.id, code, path])).toEqual([
    ['9-json', 'api-key-in-body', ''],
    ['10-no-server-error', 'server-error', ''],
    ['schema', 'required', ''],
  ]);
});

test('the Markdown report has the findings, and folds the skipped checks', async () => {
  await ran;
  const text = await readFile(markdown, 'utf8');
  expect(text).toContain(
    '### The status code is 500. Expected no 5xx.\n\n- **Contract**: No request leads to a 5xx status code. (`10-no-server-error`)\n',
  );
  const [, list = ''] = /<\/summary>(.*?)<\/details>/s.exec(text) ?? [];
  const skipped = list.match(/^- /gm)?.length;
  expect(text).toContain(`<details><summary>${skipped} skipped</summary>\n\n- listCollection`);
});

test('the SARIF report is valid, and has each finding with its requirement', async () => {
  await ran;
  const log = JSON.parse(await readFile(sarif, 'utf8'));
  expect(validateSarif(log)).toEqual([]);
  const [{ results, tool, invocations }] = log.runs;
  const report = JSON.parse(await readFile(json, 'utf8'));
  const expected = report.findings.map(({ requirement, message, code }: Finding) => [requirement.id, message, code]);
  expect(
    results.map((result: { ruleId: string; message: { text: string }; properties: { code: string } }) => [
      result.ruleId,
      result.message.text.replace(/ Likely cause: .*/, ''),
      result.properties.code,
    ]),
  ).toEqual(expected);
  expect(new Set(tool.driver.rules.map(({ id }: { id: string }) => id))).toEqual(
    new Set(expected.map(([id]: [string]) => id)),
  );
  expect(invocations).toEqual([{ executionSuccessful: true, toolExecutionNotifications: [] }]);
});

test('the SARIF report has the findings that a baseline accepts, suppressed with the reason', async () => {
  await ran;
  const report: ContractReport = JSON.parse(await readFile(json, 'utf8'));
  const [finding] = report.findings;
  const { fingerprint, message, checks } = finding as Finding;
  const accepted = [{ fingerprint, message, checks, reason: 'Until May.' }];
  const log = JSON.parse(formatSarif({ ...report, findings: [], baseline: { accepted, expired: [], unmatched: [] } }));
  expect(validateSarif(log)).toEqual([]);
  expect(log.runs[0].results).toMatchObject([
    { ruleId: finding?.requirement.id, suppressions: [{ kind: 'external', justification: 'Until May.' }] },
  ]);
});

test('no report contains the key', async () => {
  const { out } = await ran;
  const texts = [out, ...(await Promise.all(files.map((file) => readFile(file, 'utf8'))))];
  expect(texts.filter((text) => text.includes(key))).toEqual([]);
});
