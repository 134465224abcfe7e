import { beforeAll, describe, expect, test } from 'vitest';
import { catalogue } from '../src/catalogue/index.ts';
import { conformingVariants } from '../src/conforming-variants/index.ts';
import { entries } from '../src/entries.ts';
import type { Entry } from '../src/entry.ts';
import { listCheckIds } from '../src/run/list-check-ids.ts';
import { type Outcome, runEntries } from '../src/run/run-entries.ts';

describe('a run of all entries', () => {
  let outcomes: readonly Outcome[] = [];
  beforeAll(async () => {
    outcomes = await runEntries(entries);
  }, 600_000);

  const listWrong = (isSelected: (entry: Entry) => boolean) =>
    outcomes
      .filter(({ entry, isRight }) => isSelected(entry) && !isRight)
      .map(({ id, findings, failedChecks }) => ({ id, findings, failedChecks }));

  test('finds every defect, and the check that a defect names fails', () => {
    expect(listWrong(({ conforms }) => !conforms)).toEqual([]);
  });

  test('reports no conforming variant', () => {
    expect(listWrong(({ conforms }) => conforms)).toEqual([]);
  });

  test('has an outcome for every entry', () => {
    expect(outcomes.map(({ id }) => id)).toEqual(entries.map(({ id }) => id));
  });

  test('makes every check fail that the suite runs against the sandbox, or has for the mock', async () => {
    const failed = new Set(outcomes.flatMap(({ entry, failedChecks }) => (entry.conforms ? [] : failedChecks)));
    // The catalogue breaks the operations of the progress. The tests of the suite have broken servers with others.
    const isOfCatalogue = (id: string) => /^(responses|\w+CollectionChallengeProgress)\//.test(id);
    const ids = (await listCheckIds()).filter(isOfCatalogue);
    expect(ids).not.toEqual([]);
    const neverFailed = ids.filter((id) => !failed.has(id));
    expect(neverFailed).toEqual([]);
  });
});

test('IDs are unique', () => {
  const ids = entries.map(({ id }) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

test('the catalogue has defects of every group', () => {
  const groups = Object.groupBy(catalogue, ({ group }) => group);
  expect(Object.fromEntries(Object.entries(groups).map(([group, members]) => [group, members?.length]))).toEqual({
    authentication: 96,
    parameters: 65,
    query: 8,
    'unknown-users': 11,
    errors: 48,
    'not-found': 20,
    schemas: 100,
    rules: 56,
    'list-and-single': 20,
    'repeated-requests': 14,
    protocol: 49,
  });
  expect(conformingVariants.length).toBe(52);
});
