import { expect, test } from 'vitest';
import { catalogue } from '../mutants/catalogue/index.ts';
import { runMutants } from '../mutants/run.ts';

test('every defect of the catalogue is caught, and no variant that keeps the contract is blamed', async () => {
  const outcomes = await runMutants(catalogue);
  const wrong = outcomes.filter(({ isRight }) => !isRight);
  expect(wrong.map(({ mutant, findings }) => [mutant.id, ...findings])).toEqual([]);
  expect(outcomes.length).toBe(catalogue.length);
}, 120_000);

test('no two mutants have the same id', () => {
  const all = catalogue.map(({ id }) => id);
  expect(all.filter((id, index) => all.indexOf(id) !== index)).toEqual([]);
});

test('the catalogue has defects of every group, and variants', () => {
  const counts = new Map<string, number>();
  for (const { group } of catalogue) counts.set(group, (counts.get(group) ?? 0) + 1);
  expect(Object.fromEntries(counts)).toEqual({
    authentication: 70,
    parameters: 60,
    errors: 43,
    'not found': 19,
    shapes: 99,
    rules: 45,
    'list and one': 19,
    'repeated calls': 14,
    protocol: 47,
    conforming: 31,
  });
});
