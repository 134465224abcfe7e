/** What `traffic` prints and writes. */
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { XMLValidator } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import { key } from './fixture-server.ts';
import { changeBody, listPath, origin, record, toHar, toHarEntry, toLogLine, writeRecording } from './recordings.ts';
import { runCli } from './run-cli.ts';

const list = await record(listPath);
const broken = changeBody(list, (body) => body.replace(/"progressInPercentage":\d+/, '"progressInPercentage":99'));

test('exits with 0 for a recording of a conforming server, and says what recorded traffic cannot show', async () => {
  const file = await writeRecording(
    'good.har',
    toHar([toHarEntry(list), toHarEntry(list, { url: 'https://a.example/' })]),
  );
  const { code, out, err } = await runCli(['traffic', file, '--origin', origin]);
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain(`Contract checks of recorded traffic: ${file}\n`);
  expect(out).toContain(
    'Traffic\n  1 of 2 exchanges checked\n  1 of other origins: https://a.example (1)\n  Recorded traffic shows only',
  );
  expect(out).toContain('  skipped  getCollectionChallengeProgress (GET ');
  expect(out).toContain(': the recorded traffic has no response of it\n');
  expect(out).toMatch(/0 failed, \d+ skipped \(1 recorded exchanges in .*: the server conforms in what was checked/);
});

test('exits with 1 for a violation, and writes every report without the key', async () => {
  const file = await writeRecording('broken.ndjson', [toLogLine(broken)]);
  const [junit, json, markdown] = [`${file}.xml`, `${file}.json`, `${file}.md`];
  const reports = ['--junit', junit, '--json', json, '--markdown', markdown];
  const { code, out } = await runCli(['traffic', file, '--origin', origin, ...reports]);
  expect(code).toBe(1);
  expect(out).toContain(`curl -i --path-as-is -H "x-gft-api-key: $GIFTOIN_API_KEY" '${origin}${listPath}'`);
  const texts = await Promise.all([junit, json, markdown].map((each) => readFile(each, 'utf8')));
  expect(XMLValidator.validate(texts[0] ?? '')).toBe(true);
  expect(texts[0]).toContain(`<testsuite name="Contract checks of recorded traffic of ${origin}"`);
  expect(JSON.parse(texts[1] ?? '').traffic).toMatchObject({ checked: 1 });
  expect(texts[2]).toContain('### Traffic\n\n- 1 of 1 exchanges checked\n');
  expect([out, ...texts].filter((text) => text.includes(key))).toEqual([]);
});

test('reads the standard input', async () => {
  const cli = fileURLToPath(new URL('../src/cli.ts', import.meta.url));
  const run = spawn(process.execPath, [cli, 'traffic', '-', '--origin', origin]);
  run.stdin.end(JSON.stringify(toLogLine(broken)));
  const out = Buffer.concat(await run.stdout.toArray()).toString();
  expect(out).toContain('(1 recorded exchanges in ');
});

test.each([
  ['no file', [], 'No file is given.'],
  ['a query in the origin', ['x.har', '--origin', 'https://a.example?b'], '--origin is "https://a.example?b".'],
  ['a file that does not exist', ['/no/such.har'], '/no/such.har cannot be read (ENOENT).'],
])('exits with 2 for %s', async (_, args, message) => {
  const { code, err } = await runCli(['traffic', ...args]);
  expect(code).toBe(2);
  expect(err).toContain(`giftoin-contract-tests: ${message}`);
});

test('exits with 2 if nothing matched, and says what to pass', async () => {
  const file = await writeRecording('other.har', toHar([toHarEntry(list)]));
  const withoutOrigin = await runCli(['traffic', file]);
  expect(withoutOrigin.code).toBe(2);
  expect(withoutOrigin.err).toContain(`Most are of ${origin} (1). If that is the API, pass --origin ${origin}.`);
  const based = await writeRecording('based.har', toHar([toHarEntry(list, { url: `${origin}/base${listPath}` })]));
  const withoutBase = await runCli(['traffic', based, '--origin', origin]);
  expect(withoutBase.code).toBe(2);
  expect(withoutBase.err).toContain(
    `The first one is GET /base${listPath}. If the API has a base path, pass it with --origin`,
  );
});

test('prints its own help', async () => {
  const { code, out } = await runCli(['traffic', '--help']);
  expect(code).toBe(0);
  expect(out).toContain('Usage: giftoin-contract-tests traffic FILE...');
});
