/** Creates a GitHub release, with the section of the changelog, for each published version that has none. Requires `gh`. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findSection } from './changelog.ts';
import { readPackages } from './read-packages.ts';
import { workspaceRoot } from './workspace-root.ts';

const root = process.argv[2] ?? workspaceRoot;
for (const { name, version, folder, isPublished } of readPackages(root)) {
  if (!isPublished) continue;
  const tag = `${name}@${version}`;
  if (spawnSync('gh', ['release', 'view', tag], { cwd: root, stdio: 'ignore' }).status === 0) continue;
  const file = join(root, folder, 'CHANGELOG.md');
  const notes = (existsSync(file) && findSection(readFileSync(file, 'utf8'), version)) || 'The first version.';
  // The page of the repository shows the latest release. Most of its readers use the client.
  const latest = `--latest=${name === '@giftoin/client'}`;
  const args = ['release', 'create', tag, '--verify-tag', '--title', tag, latest, '--notes-file', '-'];
  execFileSync('gh', args, { cwd: root, input: notes, stdio: ['pipe', 'inherit', 'inherit'] });
}
