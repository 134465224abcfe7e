import { expect, test } from 'vitest';
import { formatSteps, parseSteps } from '../../src/explorer/step-text.ts';
import { addStep, type Step } from '../../src/explorer/steps.ts';
import { user } from './page-data.ts';

const programId = 'program_123';
const grant = (quantity = 1, owner = user): Step => ({
  kind: 'grant',
  programId,
  cardId: 'card_465',
  quantity,
  ...owner,
});
const revoke = (quantity = 1): Step => ({ kind: 'revoke', programId, cardId: 'card_465', quantity, ...user });
const claim: Step = { kind: 'claim', programId, ...user };
const unclaim: Step = { kind: 'unclaim', programId, ...user };
const clock = (by: number): Step => ({ kind: 'clock', by });
const add = (...steps: Step[]) => steps.reduce<readonly Step[]>(addStep, []);

test('steps are kept in their order', () => {
  expect(add(grant(), claim, clock(5))).toEqual([grant(), claim, clock(5)]);
});

test.each([
  ['two moves of the clock are one', [clock(5), clock(7)], [clock(12)]],
  ['a move back undoes a move forward', [clock(5), clock(-5)], []],
  ['the system time replaces a move', [clock(5), { kind: 'follow' }], [{ kind: 'follow' }]],
  ['two grants of a card are one', [grant(), grant(2)], [grant(3)]],
  ['a revocation undoes a grant', [grant(), revoke()], []],
  ['more revocations than grants are a revocation', [grant(), revoke(3)], [revoke(2)]],
  ['an unclaim undoes a claim', [claim, unclaim], []],
  ['a claim after an unclaim has a new time', [unclaim, claim], [unclaim, claim]],
  [
    'a scenario replaces everything before it',
    [grant(), { kind: 'scenario', scenario: 'claimed', ...user }],
    [{ kind: 'scenario', scenario: 'claimed', ...user }],
  ],
] as [string, Step[], Step[]][])('%s', (_title, steps, expected) => {
  expect(add(...steps)).toEqual(expected);
});

test('the steps of two users are kept apart', () => {
  const other = grant(1, { platform: 'roblox', platformUserId: '42' });
  expect(add(grant(), other)).toEqual([grant(), other]);
});

const all: readonly Step[] = [
  { kind: 'scenario', scenario: 'one-card-short', ...user },
  grant(2),
  revoke(),
  { kind: 'complete', programId, missing: 1, ...user },
  claim,
  unclaim,
  clock(-86_400_000),
  { kind: 'follow' },
  grant(1, { platform: 'roblox', platformUserId: 'a.b:c@d-e_f' }),
];

test('every step can be formatted and parsed', () => {
  const text = formatSteps(all, user);
  expect(text).toBe(
    'scenario*one-card-short grant*program_123*card_465*2 revoke*program_123*card_465*1 complete*program_123*1 ' +
      'claim*program_123 unclaim*program_123 clock*-86400000 follow grant*program_123*card_465*1*roblox*a.b:c@d-e_f',
  );
  expect(parseSteps(text, user)).toEqual(all);
});

test('what is not a step is omitted', () => {
  const text =
    'grant*program_123*card_465*many grant*program_123*card_465*0 clock*soon clock* jump complete*p scenario claim ';
  expect(parseSteps(text, user)).toEqual([]);
});
