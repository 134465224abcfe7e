import { expect, test } from 'vitest';
import { defects, variants } from '../mutants/mutant.ts';
import { optionsOf } from '../mutants/options.ts';
import { reportOf } from '../mutants/report.ts';

test('a whole id names one mutant, and the beginning of ids all of them', () => {
  const named = (id: string) => {
    const options = optionsOf(['--only', id]);
    return options === 'help' ? options : options.mutants.map((mutant) => mutant.id);
  };
  expect(named('authentication/any-key')).toEqual(['authentication/any-key']);
  expect(named('rules/percent-of')).toEqual([
    'rules/percent-of-listed',
    'rules/percent-of-copies',
    'rules/percent-of-nothing',
  ]);
});

test('words that make no sense are refused with what does', () => {
  expect(() => optionsOf(['--only', 'nothing'])).toThrow(
    '--only is "nothing", which no mutant is called. --list names them all.',
  );
  expect(() => optionsOf(['--threads', '0'])).toThrow('--threads is "0". It is a whole number from 1 to 64.');
  expect(() => optionsOf(['--all'])).toThrow("Unknown option '--all'. See --help.");
});

test('the report counts by group and names what went wrong', () => {
  const [late, early, odd] = [
    ...defects('rules', [
      ['late', 'a percentage is late', (ask) => ask],
      ['early', 'a claim is early', (ask) => ask],
    ]),
    ...variants('conforming', [['odd', 'bodies are odd', (ask) => ask]]),
  ];
  if (!late || !early || !odd) throw new Error('There are three.');
  const report = reportOf(
    [
      { id: late.id, mutant: late, isRight: true, findings: ['1-counts: It is late.'], requests: 2, time: 3 },
      { id: early.id, mutant: early, isRight: false, findings: [], requests: 400, time: 250 },
      { id: odd.id, mutant: odd, isRight: false, findings: ['9-json: It is odd.'], requests: 30, time: 40 },
    ],
    1_500,
    false,
  );
  expect(report.split('\n')).toEqual([
    '                  caught  missed  false alarms',
    'rules                  1       1',
    'conforming                                   1',
    '',
    'MISSED  rules/early: a claim is early (400 requests, 250 ms)',
    'FALSE ALARM  conforming/odd: bodies are odd (30 requests, 40 ms)',
    '    9-json: It is odd.',
    '',
    '1 of 2 defects caught, 1 false alarms in 1 variants; 432 requests in 1.5 s.',
  ]);
});
