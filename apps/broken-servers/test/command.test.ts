import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { formatReport } from '../src/command/format-report.ts';
import { parseOptions } from '../src/command/parse-options.ts';
import { createDefects, createVariants } from '../src/entry.ts';

const cli = fileURLToPath(new URL('../src/cli.ts', import.meta.url));

function run(...args: string[]) {
  return new Promise<{ code: number; out: string; err: string }>((resolve) => {
    execFile(process.execPath, [cli, ...args], (error, out, err) => {
      resolve({ code: error ? Number(error.code) : 0, out, err });
    });
  });
}

test('--only with a whole ID selects one entry, with the start of IDs all of them', () => {
  const select = (id: string) => {
    return parseOptions(['--only', id]).entries.map((entry) => entry.id);
  };
  expect(select('authentication/any-key')).toEqual(['authentication/any-key']);
  expect(select('rules/percent-of')).toEqual([
    'rules/percent-of-listed',
    'rules/percent-of-copies',
    'rules/percent-of-empty',
  ]);
});

test('wrong arguments throw a usage error that says what is allowed', () => {
  expect(() => parseOptions(['--only', 'nothing'])).toThrow('No ID starts with "nothing". --list prints all IDs.');
  expect(() => parseOptions(['--threads', '0'])).toThrow('--threads is "0". Pass an integer from 1 to 64.');
  expect(() => parseOptions(['--all'])).toThrow("Unknown option '--all'. See --help.");
});

test('the report counts by group and names the entries with a wrong outcome', () => {
  const [late, early, named, odd] = [
    ...createDefects('rules', [
      ['late', 'returns a late percentage', (respond) => respond],
      ['early', 'returns an early claim', (respond) => respond],
      ['named', 'returns a wrong claim', (respond) => respond, { check: 'responses/5-reward' }],
    ]),
    ...createVariants('conforming', [['odd', 'returns odd bodies', (respond) => respond]]),
  ];
  if (!late || !early || !named || !odd) throw new Error('An entry is missing.');
  const finding = '1-counts: It is late.';
  const report = formatReport(
    [
      { ...none, id: late.id, entry: late, isRight: true, findings: [finding], requests: 2, duration: 3 },
      { ...none, id: early.id, entry: early, isRight: false, requests: 400, duration: 250 },
      { ...none, id: named.id, entry: named, isRight: false, failedChecks: ['a', 'b'], requests: 9, duration: 10 },
      { ...none, id: odd.id, entry: odd, isRight: false, findings: ['9-json: It is odd.'], requests: 30, duration: 40 },
    ],
    1_500,
    false,
  );
  expect(report.split('\n')).toEqual([
    '                       found  missed  false alarms',
    'rules                      1       2',
    'conforming                                       1',
    '',
    'MISSED  rules/early: returns an early claim (400 requests, 250 ms)',
    'MISSED  rules/named: returns a wrong claim (9 requests, 10 ms)',
    '    No check with responses/5-reward in its ID failed. Failed: a, b.',
    'FALSE ALARM  conforming/odd: returns odd bodies (30 requests, 40 ms)',
    '    9-json: It is odd.',
    '',
    '1 of 3 defects found, 1 false alarms in 1 variants; 441 requests in 1.5 s.',
  ]);
});

const none = { findings: [], failedChecks: [] };

test('the command exits with 0 after a run without a miss or a false alarm', async () => {
  const { code, out, err } = await run('--only', 'authentication/any-key', '--verbose');
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('\nfound  authentication/any-key: accepts any key (');
  expect(out).toMatch(/\n1 of 1 defects found, 0 false alarms in 0 variants; \d+ requests in \d+\.\d s\.\n$/);
});

test('--list prints IDs and titles, and what the catalogue leaves out', async () => {
  const { code, out, err } = await run('--list', '--only', 'authentication/any-key-in-single');
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(/^authentication\/any-key-in-single: accepts any key in requests for one program\n\nNot in the/);
});

test('the command exits with 2 and one line for a usage error', async () => {
  expect(await run('--only', 'nothing')).toEqual({
    code: 2,
    out: '',
    err: 'broken-servers: No ID starts with "nothing". --list prints all IDs.\n',
  });
});
