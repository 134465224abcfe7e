import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { major, minor } from 'semver';
import type { Release } from './changelog.ts';

/** Where a reader or a pipeline names a version of a package, for example `@giftoin/contract-tests@0.1.0`. */
const files = [
  '*README.md',
  '.github/workflows/*.yml',
  'apps/docs/samples/ci/*',
  'apps/docs/src/content/docs/guides/*',
];

/**
 * Writes the released versions to texts that name them: `@giftoin/name@1.2`, exact ones such as `@giftoin/name@1.2.3`, and lines
 * with the comment `# @giftoin/name`.
 */
export function updateVersionRanges(root: string, releases: readonly Release[]): void {
  const names = execFileSync('git', ['ls-files', ...files], { cwd: root, encoding: 'utf8' })
    .split('\n')
    .filter(Boolean);
  for (const name of names) {
    const text = readFileSync(join(root, name), 'utf8');
    const updated = replaceVersionRanges(text, releases);
    if (updated !== text) writeFileSync(join(root, name), updated);
  }
}

export function replaceVersionRanges(text: string, releases: readonly Pick<Release, 'name' | 'newVersion'>[]): string {
  let updated = text;
  for (const { name, newVersion } of releases) {
    const range = `${major(newVersion)}.${minor(newVersion)}`;
    updated = updated
      .replaceAll(new RegExp(`${name}@\\d+\\.\\d+(?![.\\d])`, 'g'), `${name}@${range}`)
      .replaceAll(new RegExp(`${name}@\\d+\\.\\d+\\.\\d+(?![.\\d-])`, 'g'), `${name}@${newVersion}`)
      .replaceAll(new RegExp(`"\\d+\\.\\d+"(?= # ${name}$)`, 'gm'), `"${range}"`)
      .replaceAll(new RegExp(`"\\d+\\.\\d+\\.\\d+"(?= # ${name}$)`, 'gm'), `"${newVersion}"`);
  }
  return updated;
}
