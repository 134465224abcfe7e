// The steps of the release workflow, with a `gh` that only writes down how it was called.
import { execFile, execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';

const source = fileURLToPath(new URL('../src/', import.meta.url));
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'giftoin-workflow-'));
  execFileSync('git', ['init', '--quiet', folder]);
  const files = {
    'client/package.json': '{ "name": "@giftoin/client", "version": "0.2.0" }',
    'client/CHANGELOG.md': '# @giftoin/client\n\n## 0.2.0\n\n- `Card.rarity` is new.\n\n## 0.1.0\n\n- Older.\n',
    'types/package.json': '{ "name": "@giftoin/types", "version": "0.1.0" }',
    'internal/package.json': '{ "name": "@giftoin/internal", "version": "1.0.0", "private": true }',
    '.changeset/README.md': '',
    'bin/gh':
      '#!/bin/sh\necho "$@" >> "$CALLS"\nif [ "$2" = view ]; then test "$3" = "@giftoin/types@0.1.0"; else cat >> "$CALLS"; fi\n',
  };
  for (const [name, text] of Object.entries(files)) {
    await mkdir(join(folder, name, '..'), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  await chmod(join(folder, 'bin/gh'), 0o755);
  execFileSync('git', ['add', '--all'], { cwd: folder });
  const identity = ['-c', 'user.name=test', '-c', 'user.email=test@example.com'];
  execFileSync('git', [...identity, 'commit', '--quiet', '--message', 'start'], { cwd: folder });
});
afterEach(() => rm(folder, { recursive: true }));

async function runStep(name: string): Promise<string> {
  const env = { ...process.env, PATH: `${join(folder, 'bin')}:${process.env.PATH}`, CALLS: join(folder, 'calls.txt') };
  const { stdout } = await promisify(execFile)(process.execPath, [join(source, name), folder], { env });
  return stdout.trim();
}

test('prepares while there are changesets, publishes until every version has a tag, then does nothing', async () => {
  const changeset = join(folder, '.changeset/a.md');
  await writeFile(changeset, '---\n"@giftoin/client": patch\n---\n\nText.\n');
  expect(await runStep('next-step.ts')).toBe('prepare');
  await rm(changeset);
  execFileSync('git', ['tag', '@giftoin/client@0.2.0'], { cwd: folder });
  expect(await runStep('next-step.ts')).toBe('publish');
  execFileSync('git', ['tag', '@giftoin/types@0.1.0'], { cwd: folder });
  expect(await runStep('next-step.ts')).toBe('nothing');
});

test('creates the GitHub releases that are missing, with the section of the changelog', async () => {
  await runStep('github-releases.ts');
  expect(await readFile(join(folder, 'calls.txt'), 'utf8')).toBe(`release view @giftoin/client@0.2.0
release create @giftoin/client@0.2.0 --verify-tag --title @giftoin/client@0.2.0 --latest=true --notes-file -
- \`Card.rarity\` is new.release view @giftoin/types@0.1.0
`);
});
