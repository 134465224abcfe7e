/** A provider that adopts the suite step by step accepts some deviations, each with a reason. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { key, startFixtureServer } from './fixture-server.ts';
import { fast, runCli } from './run-cli.ts';

const broken = await startFixtureServer({
  change: (response) =>
    response.status === 404
      ? { ...response, headers: { ...response.headers, 'content-type': 'text/plain' } }
      : response,
});
const folder = await mkdtemp(join(tmpdir(), 'giftoin-baseline-'));
afterAll(async () => {
  await broken[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

const deviation = { fingerprint: '9-json content-type-not-json', reason: 'The gateway is replaced in May.' };

async function run(baseline: string, flags: readonly string[] = []) {
  const file = join(folder, 'baseline.json');
  await writeFile(file, baseline);
  return await runCli(['--url', broken.url, '--key', key, '--baseline', file, ...fast, ...flags]);
}

const format = (...accepted: readonly object[]) => JSON.stringify({ accepted });

test('exits with 0 if every finding is accepted, and says why', async () => {
  const junit = join(folder, 'junit.xml');
  const { code, out } = await run(format({ ...deviation, until: '9999-12-31' }), ['--junit', junit]);
  expect(out).toContain(
    '\nBaseline\n  accepted  The content type is "text/plain". Expected application/json. ' +
      '(The gateway is replaced in May.; until 9999-12-31)\n',
  );
  expect(out).toMatch(/ 0 failed, .*: the server conforms in what was checked \(.*1 deviation accepted\)\.\n$/);
  expect(await readFile(junit, 'utf8')).not.toContain('<failure');
  expect(code).toBe(0);
});

test('prints the fingerprint of a finding that is not accepted', async () => {
  const { code, out } = await run(format());
  expect(code).toBe(1);
  expect(out).toContain('          accept as 9-json content-type-not-json\n');
});

test('counts a finding again after the last day, and says so', async () => {
  const { code, out } = await run(format({ ...deviation, until: '2020-01-31' }));
  expect(code).toBe(1);
  expect(out).toContain(
    '  expired   9-json content-type-not-json (The gateway is replaced in May.; until 2020-01-31). ',
  );
});

test('reports what was not found any more, but only if everything was checked', async () => {
  const gone = { fingerprint: '1-counts collected-count-above-size collectedCount', reason: 'Old.' };
  const line = '  gone      1-counts collected-count-above-size collectedCount (Old.). Remove it from the baseline\n';
  const whole = await run(format(deviation, gone));
  expect(whole.code).toBe(0);
  expect(whole.out).toContain(line);
  expect((await run(format(deviation, gone), ['--only', '/valid-key/'])).out).not.toContain(line);
});

test.each([
  ['{\n  "accepted": [,]\n}', 'is not valid: it is not JSON (line 2, column 16)'],
  ['{"accepted": [{"fingerprint": "a" "reason": "b"}]}', 'it is not JSON (line 1, column 35)'],
  ['{"accepted": []', 'it is not JSON (line 1, column 16)'],
  ['[]', 'is not valid: accepted is not an array'],
  [format({ fingerprint: 'a' }), 'is not valid: accepted[0].reason is missing'],
  [format(deviation, { reason: 'a' }), 'is not valid: accepted[1].fingerprint is missing'],
  [format({ ...deviation, until: '2027-02-30' }), 'is not valid: accepted[0].until is "2027-02-30". Expected a day'],
  [format({ ...deviation, untill: 'x' }), 'is not valid: accepted[0].untill is unknown'],
  [format(deviation, deviation), 'is not valid: accepted[1].fingerprint is also the one of accepted[0]'],
])('exits with 2 for the file %s, with the place', async (baseline, message) => {
  const { code, err } = await run(baseline);
  expect([code, err]).toEqual([2, expect.stringContaining(message)]);
});

test('exits with 2 if the file does not exist', async () => {
  const { code, err } = await runCli(['--url', broken.url, '--key', key, '--baseline', join(folder, 'none'), ...fast]);
  expect([code, err]).toEqual([2, expect.stringContaining('cannot be read (ENOENT)')]);
});
