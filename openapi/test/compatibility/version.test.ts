import { expect, test } from 'vitest';
import { checkVersion } from '../../compatibility/version.ts';

test.each([
  ['1.2.3', '1.2.3', undefined, '1.2.3'],
  ['1.2.3', '1.2.4', 'patch', '1.2.4'],
  ['1.2.3', '1.3.0', 'minor', '1.3.0'],
  ['1.2.3', '2.0.0', 'major', '2.0.0'],
  ['0.2.3', '0.3.0', 'major', '0.3.0'],
  // Higher than required.
  ['1.2.3', '1.3.0', 'patch', '1.2.4'],
  ['1.2.3', '2.0.0', 'minor', '1.3.0'],
  ['1.2.3', '1.2.4', undefined, '1.2.3'],
] as const)('%s can be followed by %s, if the highest rating is %s', (released, version, required, next) => {
  expect(checkVersion(released, version, required)).toMatchObject({ next, problem: undefined });
});

test.each([
  ['1.2.3', '1.2.3', 'patch', 'info.version is still 1.2.3. The changes require a patch bump: set it to 1.2.4.'],
  ['1.2.3', '1.2.4', 'minor', 'info.version 1.2.4 is too low. The changes require a minor bump: set it to 1.3.0.'],
  ['1.2.3', '1.3.0', 'major', 'info.version 1.3.0 is too low. The changes require a major bump: set it to 2.0.0.'],
  [
    '1.2.3',
    '2.0.0-rc.1',
    'major',
    'info.version "2.0.0-rc.1" is not a version. Use three numbers, for example 1.2.0 (semver.org). The changes require 2.0.0.',
  ],
  ['1.2.3', '1.2.2', 'patch', 'info.version 1.2.2 cannot follow 1.2.3. The changes require 1.2.4.'],
  ['1.2.3', '1.1.0', undefined, 'info.version 1.1.0 cannot follow 1.2.3. Nothing changed: set it to 1.2.3.'],
  ['1.2.3', '1.20.0', 'minor', 'info.version 1.20.0 cannot follow 1.2.3. The changes require 1.3.0.'],
  [
    '1.2.3',
    'v2',
    'major',
    'info.version "v2" is not a version. Use three numbers, for example 1.2.0 (semver.org). The changes require 2.0.0.',
  ],
  [
    '1.2',
    '1.2.0',
    'patch',
    'The released info.version "1.2" is not a version. Use three numbers, for example 1.2.0 (semver.org).',
  ],
] as const)('%s cannot be followed by %s, if the highest rating is %s', (released, version, required, problem) => {
  expect(checkVersion(released, version, required).problem).toBe(problem);
});

test('returns the bump from the released version', () => {
  const bumps = ['1.2.3', '1.2.4', '1.3.0', '2.0.0', '3.0.0'].map(
    (version) => checkVersion('1.2.3', version, undefined).bump,
  );
  expect(bumps).toEqual([undefined, 'patch', 'minor', 'major', undefined]);
});
