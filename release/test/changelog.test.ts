import { expect, test } from 'vitest';
import { findSection, formatChangelogSection, insertSection, type Release } from '../src/changelog.ts';
import type { Changeset } from '../src/read-changesets.ts';
import type { WorkspacePackage } from '../src/read-packages.ts';
import { spreadContractChanges } from '../src/spread-contract-changes.ts';

const toPackage = (name: string, version: string, dependencies: string[] = []): WorkspacePackage => ({
  name,
  version,
  folder: name,
  isPublished: true,
  dependencies,
});
const packages = [
  toPackage('@giftoin/openapi', '1.0.0'),
  toPackage('@giftoin/types', '0.1.0'),
  toPackage('@giftoin/protocol', '0.1.0', ['@giftoin/types']),
  toPackage('@giftoin/client', '0.1.0', ['@giftoin/protocol', '@giftoin/types']),
  toPackage('@giftoin/http', '1.0.0', ['@giftoin/openapi']),
  toPackage('@giftoin/command-line', '0.1.0'),
];
const release = (name: string, oldVersion: string, newVersion: string): Release => ({
  name,
  type: 'minor',
  oldVersion,
  newVersion,
});
const breaking: Changeset = {
  file: '.changeset/a.md',
  releases: { '@giftoin/openapi': 'major' },
  summary: '`Card.rarity` is now called `Card.scarcity`.\n\nRename it where you read it.',
};
const fix: Changeset = {
  file: '.changeset/b.md',
  releases: { '@giftoin/protocol': 'patch' },
  summary: 'A date in the past in `Retry-After` is a wait of 0 ms.',
};

test('releases every package that contains the contract, with a bump that says whether it breaks', () => {
  expect(spreadContractChanges([breaking, fix], packages)).toEqual([
    {
      ...breaking,
      releases: {
        '@giftoin/openapi': 'major',
        '@giftoin/types': 'minor',
        '@giftoin/protocol': 'minor',
        '@giftoin/client': 'minor',
        '@giftoin/http': 'major',
      },
    },
    fix,
  ]);
});

test('keeps a larger bump that a changeset names', () => {
  const changeset: Changeset = { ...fix, releases: { '@giftoin/openapi': 'patch', '@giftoin/client': 'major' } };
  expect(spreadContractChanges([changeset], packages)[0]?.releases['@giftoin/client']).toBe('major');
});

test('lists the changes of the contract and of dependencies once, with the words of their authors', () => {
  const changesets = spreadContractChanges([breaking, fix], packages);
  const releases = [
    release('@giftoin/openapi', '1.0.0', '2.0.0'),
    release('@giftoin/types', '0.1.0', '0.2.0'),
    release('@giftoin/protocol', '0.1.0', '0.2.0'),
    release('@giftoin/client', '0.1.0', '0.2.0'),
  ];
  const client = releases[3] as Release;
  expect(formatChangelogSection(client, releases, changesets, packages)).toBe(`## 0.2.0

The API contract is now version 2.0.0 (was 1.0.0).

### Breaking changes

- \`Card.rarity\` is now called \`Card.scarcity\`.

  Rename it where you read it.

### In the packages it depends on

- \`@giftoin/protocol\` 0.2.0: A date in the past in \`Retry-After\` is a wait of 0 ms.
`);
});

test('puts the newest version first, and finds each', () => {
  const first = insertSection(undefined, '@giftoin/client', '## 0.1.1\n\n- One.\n');
  const second = insertSection(first, '@giftoin/client', '## 0.2.0\n\n- Two.\n');
  expect(second).toBe('# @giftoin/client\n\n## 0.2.0\n\n- Two.\n\n## 0.1.1\n\n- One.\n');
  expect([findSection(second, '0.2.0'), findSection(second, '0.1.1'), findSection(second, '0.1')]).toEqual([
    '- Two.',
    '- One.',
    undefined,
  ]);
});
