import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formatChangelog } from '../../src/changelog/format-changelog.ts';
import { readChangelogs } from '../../src/changelog/read-changelogs.ts';

const intro = /^What changes for users [^\n]+\n\n/;
const changeset = (summary: string, releases: Record<string, 'major' | 'minor' | 'patch' | 'none'>) => ({
  file: '.changeset/a.md',
  summary,
  releases,
});

test('lists what is not released, by what it means, and says that nothing is published before the first release', () => {
  const page = formatChangelog(
    [
      changeset('A fix.', { '@giftoin/types': 'patch', '@giftoin/client': 'patch', '@giftoin/mock': 'none' }),
      changeset('A property.\n\nMore.', { '@giftoin/types': 'patch', '@giftoin/openapi': 'minor' }),
    ],
    [],
  );
  expect(page.replace(intro, '')).toBe(`## Next release

These changes are merged, and will be part of the next release.

### New

- \`@giftoin/openapi\`, \`@giftoin/types\`: A property.

  More.

### Changes and fixes

- \`@giftoin/client\`, \`@giftoin/types\`: A fix.

## Released versions

No version of the packages has been published yet.`);
});

test('shows the changelogs of the packages, the contract and the client first, and no empty next release', async () => {
  const root = await mkdtemp(join(tmpdir(), 'docs-changelog-'));
  try {
    for (const [folder, name] of [
      ['openapi', '@giftoin/openapi'],
      ['packages/a', '@giftoin/a'],
      ['packages/client', '@giftoin/client'],
      ['apps/none', undefined],
    ] as const) {
      await mkdir(join(root, folder), { recursive: true });
      if (name) await writeFile(join(root, folder, 'CHANGELOG.md'), `# ${name}\n\n## 1.1.0\n\n### New\n\n- A thing.\n`);
    }
    const page = formatChangelog([], await readChangelogs(root));
    const section = (name: string) => `## ${name}\n\n### 1.1.0\n\n#### New\n\n- A thing.`;
    expect(page.replace(intro, '')).toBe(
      ['@giftoin/openapi', '@giftoin/client', '@giftoin/a'].map(section).join('\n\n'),
    );
  } finally {
    await rm(root, { recursive: true });
  }
});
