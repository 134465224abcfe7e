import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';

export type Bump = 'patch' | 'minor' | 'major';

/** The bumps from the smallest to the largest. */
export const bumps = ['patch', 'minor', 'major'] as const satisfies readonly Bump[];

export interface Changeset {
  /** The path of the file, relative to the workspace. */
  readonly file: string;
  /** The bump of each package that it names. */
  readonly releases: Readonly<Record<string, Bump | 'none'>>;
  /** What users read in the changelog. */
  readonly summary: string;
}

/**
 * Reads the changesets of a workspace.
 *
 * @throws {Error} if a file in `.changeset` is not a changeset
 */
export function readChangesets(root: string): readonly Changeset[] {
  const names = readdirSync(join(root, '.changeset')).filter((name) => name.endsWith('.md') && name !== 'README.md');
  return names
    .sort()
    .map((name) => parseChangeset(`.changeset/${name}`, readFileSync(join(root, '.changeset', name), 'utf8')));
}

export function parseChangeset(file: string, text: string): Changeset {
  const [, header, body] = /^---\r?\n(.*?)^---\r?$(.*)/ms.exec(text) ?? [];
  if (header === undefined) throw new Error(`${file} is not a changeset. Create one with: pnpm changeset`);
  const releases: Changeset['releases'] = parse(header) ?? {};
  for (const [name, bump] of Object.entries(releases)) {
    if (bump === 'none' || bumps.includes(bump)) continue;
    throw new Error(`${file}: the bump of ${name} is ${JSON.stringify(bump)}. Use patch, minor or major.`);
  }
  return { file, releases, summary: (body ?? '').trim() };
}

export function formatChangeset({ releases, summary }: Pick<Changeset, 'releases' | 'summary'>): string {
  const header = stringify(releases, { defaultKeyType: 'QUOTE_DOUBLE', defaultStringType: 'PLAIN' });
  return `---\n${Object.keys(releases).length > 0 ? header : ''}---\n\n${summary}\n`;
}

/** Returns the largest bump of a package in changesets. Undefined if none releases it. */
export function findLargestBump(changesets: readonly Changeset[], name: string): Bump | undefined {
  return bumps.findLast((bump) => changesets.some(({ releases }) => releases[name] === bump));
}
