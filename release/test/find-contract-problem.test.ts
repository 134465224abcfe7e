import { expect, test } from 'vitest';
import { findContractProblem } from '../src/find-contract-problem.ts';
import type { Bump, Changeset } from '../src/read-changesets.ts';

const released = { version: '1.2.3', releasedVersion: '1.2.3', packageVersion: '1.2.3', isChanged: false };
const changed = (version: string) => ({ ...released, version, isChanged: true });
const changeset = (bump: Bump): Changeset => ({
  file: `.changeset/${bump}.md`,
  releases: { '@giftoin/openapi': bump },
  summary: 'Text.',
});

test('accepts a document without a change', () => {
  expect(findContractProblem(released, [])).toBeUndefined();
});

test.each([
  ['1.2.4', 'patch'],
  ['1.3.0', 'minor'],
  ['2.0.0', 'major'],
] as const)('accepts the document %s with a %s changeset', (version, bump) => {
  expect(findContractProblem(changed(version), [changeset(bump)])).toBeUndefined();
});

test('accepts the largest bump of several changesets', () => {
  expect(findContractProblem(changed('1.3.0'), [changeset('patch'), changeset('minor')])).toBeUndefined();
});

test.each([
  ['a change without a new version', changed('1.2.3'), [], 'info.version is still 1.2.3. Bump info.version'],
  ['a new version without a changeset', changed('1.3.0'), [], 'pnpm changeset --minor @giftoin/openapi -m "…"'],
  [
    'a changeset with another bump',
    changed('2.0.0'),
    [changeset('patch')],
    'Change the changeset to major, or info.version to 1.2.4.',
  ],
  [
    'a changeset without a new version',
    released,
    [changeset('patch')],
    'Set info.version in openapi/openapi.yaml to 1.2.4.',
  ],
  ['a version that skips', changed('1.4.0'), [changeset('minor')], '1.2.4 (patch), 1.3.0 (minor), 2.0.0 (major).'],
  ['a version that goes down', changed('1.2.2'), [], 'the next one can be: 1.2.4'],
  [
    'a version that is none',
    changed('1.3'),
    [],
    'info.version in openapi/openapi.yaml is 1.3, which is not a version.',
  ],
  ['a package with another version', { ...released, packageVersion: '1.2.2' }, [], 'Restore both files'],
])('refuses %s', (_, contract, changesets, advice) => {
  expect(findContractProblem(contract, changesets)).toContain(advice);
});
