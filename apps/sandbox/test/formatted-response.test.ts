import { expect, test } from 'vitest';
import { formatList, formatOne, readBytes } from '../src/api/formatted-response.ts';
import { createWinterChallenge } from '../src/world/default-world.ts';
import { computeProgress, emptyProgramInventory } from '../src/world/progress.ts';

const day = 86_400_000;
const noon = Date.UTC(2026, 0, 15, 12);
const winter = createWinterChallenge(noon);
/** Its texts look like what is put in place: nothing but the property itself may be touched. */
const tricky = {
  ...winter,
  id: 'tricky',
  name: '"timeLeft":1 ü — "timeLeft":999,',
  duration: { start: { date: noon + day, showBefore: false }, end: { date: noon + 10 * day, showAfter: true } },
};
const endless = { ...winter, id: 'endless', duration: { start: null, end: null } };
const programs = [tricky, endless, winter];

test('at every moment for which it holds, a response is what would be rendered then', () => {
  // The time goes on by steps that cross every turn: starts, ends, and each digit less.
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

test('each digit less of the time left is a turn', () => {
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

test('bytes that were answered stay as they are', () => {
  const response = formatList([winter], new Map(), noon);
  const first = readBytes(response, noon);
  const before = first.toString();
  const second = readBytes(response, noon + 5);
  expect(first.toString()).toBe(before);
  expect(JSON.parse(second.toString())[0].timeLeft).toBe(7 * day - 5);
});

test('a program that is not visible is not rendered', () => {
  expect(formatOne(tricky, emptyProgramInventory, noon)).toBeUndefined();
});
