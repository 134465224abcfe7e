import { expect, test } from 'vitest';
import { checkProgress } from '../src/index.ts';
import { challenge } from './challenge-fixture.ts';

const start = { date: 1796083200000, showBefore: true };
const end = { date: 1798761600000, showAfter: true };
const { timeLeft: _, ...withoutTimeLeft } = challenge;

test('accepts a program with a start, an end, both, or neither', () => {
  expect(checkProgress({ ...challenge, duration: { start: null, end } })).toEqual([]);
  expect(checkProgress({ ...challenge, timeLeft: null, duration: { start, end: null } })).toEqual([]);
  expect(checkProgress({ ...challenge, timeLeft: null, duration: { start: null, end: null } })).toEqual([]);
  expect(checkProgress({ ...withoutTimeLeft, duration: { start, end: null } })).toEqual([]);
});

test('accepts a program that ends when it starts, and a timeLeft of 0', () => {
  expect(checkProgress({ ...challenge, timeLeft: 0, duration: { start: { ...start, date: end.date }, end } })).toEqual(
    [],
  );
});

test('finds an end before the start', () => {
  expect(checkProgress({ ...challenge, duration: { start: { ...start, date: 1798761600001 }, end } })).toEqual([
    {
      code: 'start-after-end',
      requirement: '6-duration',
      path: 'duration.start.date',
      values: { start: 1798761600001, end: 1798761600000 },
      message: 'duration.start.date is 1798761600001. Expected at most 1798761600000, the duration.end.date.',
    },
  ]);
});

test('finds a timeLeft without an end, even if it is 0', () => {
  expect(checkProgress({ ...challenge, timeLeft: 0, duration: { start, end: null } })).toEqual([
    {
      code: 'time-left-without-end',
      requirement: '6-duration',
      path: 'timeLeft',
      values: { actual: 0 },
      message: 'timeLeft is 0. Expected null or absent, because duration.end is null.',
    },
  ]);
});

test('finds an end without timeLeft, both null and absent', () => {
  const violation = {
    code: 'time-left-missing',
    requirement: '6-duration',
    path: 'timeLeft',
    values: {},
    message: 'timeLeft is null or absent. Expected milliseconds, because duration.end is not null.',
  };

  expect(checkProgress({ ...challenge, timeLeft: null })).toEqual([violation]);
  expect(checkProgress(withoutTimeLeft)).toEqual([violation]);
});
