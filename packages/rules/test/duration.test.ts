import { expect, test } from 'vitest';
import { checkProgress } from '../src/index.ts';
import { challenge } from './elements-challenge.ts';

const start = { date: 1796083200000, showBefore: true };
const end = { date: 1798761600000, showAfter: true };
const { timeLeft: _, ...withoutTimeLeft } = challenge;

test('a program may have a start, an end, both, or neither', () => {
  expect(checkProgress({ ...challenge, duration: { start: null, end } })).toEqual([]);
  expect(checkProgress({ ...challenge, timeLeft: null, duration: { start, end: null } })).toEqual([]);
  expect(checkProgress({ ...challenge, timeLeft: null, duration: { start: null, end: null } })).toEqual([]);
  expect(checkProgress({ ...withoutTimeLeft, duration: { start, end: null } })).toEqual([]);
});

test('a program may end as it starts, and no time may be left', () => {
  expect(checkProgress({ ...challenge, timeLeft: 0, duration: { start: { ...start, date: end.date }, end } })).toEqual(
    [],
  );
});

test('an end before the start is found', () => {
  expect(checkProgress({ ...challenge, duration: { start: { ...start, date: 1798761600001 }, end } })).toEqual([
    {
      rule: '6-duration',
      path: 'duration.start.date',
      sentence: 'duration.start.date is 1798761600001, expected at most 1798761600000, the duration.end.date.',
    },
  ]);
});

test('time left without an end is found, even where it is 0', () => {
  expect(checkProgress({ ...challenge, timeLeft: 0, duration: { start, end: null } })).toEqual([
    {
      rule: '6-duration',
      path: 'timeLeft',
      sentence: 'timeLeft is 0 where duration.end is null, expected null or absent.',
    },
  ]);
});

test('an end without time left is found, whether null or absent', () => {
  const finding = {
    rule: '6-duration',
    path: 'timeLeft',
    sentence: 'timeLeft is null or absent where duration.end is not null, expected milliseconds.',
  };

  expect(checkProgress({ ...challenge, timeLeft: null })).toEqual([finding]);
  expect(checkProgress(withoutTimeLeft)).toEqual([finding]);
});
