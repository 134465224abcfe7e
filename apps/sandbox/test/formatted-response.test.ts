import { computeProgress, createWinterChallenge, emptyProgramInventory } from '@giftoin/simulator/sandbox';
import { expect, test } from 'vitest';
import { formatList, formatOne, readBytes, releaseBytes } from '../src/api/formatted-response.ts';

const day = 86_400_000;
const noon = Date.UTC(2026, 0, 15, 12);
const winter = createWinterChallenge(noon);
/** The name contains `"timeLeft":`, which must not be overwritten. */
const tricky = {
  ...winter,
  id: 'tricky',
  name: '"timeLeft":1 ü — "timeLeft":999,',
  duration: { start: { date: noon + day, showBefore: false }, end: { date: noon + 10 * day, showAfter: true } },
};
const endless = { ...winter, id: 'endless', duration: { start: null, end: null } };
const programs = [tricky, endless, winter];

test('returns the current response at every time for which it is valid', () => {
  // The steps cover the start and the end of programs, and each change of the number of digits.
  let response = formatList(programs, new Map(), noon);
  let renewed = 0;
  for (let now = noon; now < noon + 11 * day; now = Math.floor(now + 1 + (now - noon) * 0.07)) {
    if (now >= response.until) {
      response = formatList(programs, new Map(), now);
      renewed += 1;
    }
    const shown = programs.filter(({ duration: { start } }) => !start || now >= start.date || start.showBefore);
    const visible = shown.filter(({ duration: { end } }) => !end || now < end.date || end.showAfter);
    expect(JSON.parse(readBytes(response, now).toString())).toEqual(
      visible.map((program) => computeProgress(program, emptyProgramInventory, now)),
    );
  }
  expect(renewed).toBeGreaterThan(3);
});

test('is valid until timeLeft has one digit less', () => {
  const end = noon + 1_000;
  const program = { ...winter, duration: { start: null, end: { date: end, showAfter: true } } };
  const turns = [];
  for (let now = noon; now < end; ) {
    const until = formatOne(program, emptyProgramInventory, now)?.until ?? Number.NaN;
    turns.push(end - until);
    now = until;
  }
  // 1000 has four digits, 999 three, 99 two, 9 one.
  expect(turns).toEqual([999, 99, 9, 0]);
});

test('does not change bytes that it has returned', () => {
  const response = formatList([winter], new Map(), noon);
  const first = readBytes(response, noon);
  const before = first.toString();
  const second = readBytes(response, noon + 5);
  expect(first.toString()).toBe(before);
  expect(JSON.parse(second.toString())[0].timeLeft).toBe(7 * day - 5);
});

test('overwrites bytes of a large response after they were sent, instead of a copy for each millisecond', () => {
  const response = formatList([winter], new Map(), noon);
  const buffers = new Set<Buffer>();
  for (let now = noon; now < noon + 100; now += 1) {
    // Two clients receive the same bytes, and one is still receiving those of the millisecond before.
    const [one, other] = [readBytes(response, now), readBytes(response, now)];
    const next = readBytes(response, now + 1);
    for (const bytes of [one, other, next]) buffers.add(bytes);
    expect(JSON.parse(one.toString())[0].timeLeft).toBe(noon + 7 * day - now);
    expect(JSON.parse(next.toString())[0].timeLeft).toBe(noon + 7 * day - now - 1);
    for (const bytes of [one, other, next]) releaseBytes(bytes);
  }
  expect(buffers.size).toBe(2);
});

test('returns undefined for a program that is not visible', () => {
  expect(formatOne(tricky, emptyProgramInventory, noon)).toBeUndefined();
});
