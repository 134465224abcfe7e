import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CodeBlock, readCodeBlocks } from './code-block.ts';
import { repository } from './folders.ts';

/** A page of the repository with code: a README, or a written page of the site. */
export interface Page {
  /** Relative to the root of the repository. */
  readonly file: string;
  readonly text: string;
  readonly blocks: readonly CodeBlock[];
}

// Changelogs and decisions describe the past.
const patterns = ['*.md', '*.mdx', ':!.changeset', ':!decisions', ':!*CHANGELOG.md', ':!.github'];

export function listPages(): readonly Page[] {
  const list = execFileSync('git', ['ls-files', '-coz', '--exclude-standard', ...patterns], {
    cwd: repository,
    encoding: 'utf8',
  });
  return list
    .split('\0')
    .filter((file) => file && existsSync(join(repository, file)))
    .sort()
    .map((file) => {
      const text = readFileSync(join(repository, file), 'utf8');
      return { file, text, blocks: readCodeBlocks(file, text) };
    });
}
