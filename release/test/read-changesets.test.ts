import { expect, test } from 'vitest';
import { formatChangeset, parseChangeset } from '../src/read-changesets.ts';
import { replaceVersionRanges } from '../src/update-version-ranges.ts';

const text = '---\n"@giftoin/client": minor\n---\n\nA sentence.\n\n---\n\nMore.\n';

test('reads and writes a changeset', () => {
  const changeset = parseChangeset('a.md', text);
  expect(changeset).toEqual({
    file: 'a.md',
    releases: { '@giftoin/client': 'minor' },
    summary: 'A sentence.\n\n---\n\nMore.',
  });
  expect(formatChangeset(changeset)).toBe(text);
});

test('accepts an empty changeset', () => {
  expect(parseChangeset('a.md', '---\n---\n')).toEqual({ file: 'a.md', releases: {}, summary: '' });
});

test.each([
  ['no header', 'is not a changeset'],
  ['---\n"@giftoin/client": big\n---\n', 'the bump of @giftoin/client is "big". Use patch, minor or major.'],
])('refuses %j', (text, message) => {
  expect(() => parseChangeset('a.md', text)).toThrow(message);
});

test('updates the versions that texts name', () => {
  const releases = [{ name: '@giftoin/contract-tests', newVersion: '0.2.3' }];
  const text = 'npx @giftoin/contract-tests@0.1 --url\n  default: "0.1" # @giftoin/contract-tests\n@giftoin/mock@0.1';
  expect(replaceVersionRanges(text, releases)).toBe(
    'npx @giftoin/contract-tests@0.2 --url\n  default: "0.2" # @giftoin/contract-tests\n@giftoin/mock@0.1',
  );
  const exact =
    'npx @giftoin/contract-tests@0.1.0 --url\n  default: "0.1.9" # @giftoin/contract-tests\n@giftoin/mock@0.1.0';
  expect(replaceVersionRanges(exact, releases)).toBe(
    'npx @giftoin/contract-tests@0.2.3 --url\n  default: "0.2.3" # @giftoin/contract-tests\n@giftoin/mock@0.1.0',
  );
});
