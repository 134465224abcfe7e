import type { Bump, Changeset } from './read-changesets.ts';
import { contractPackage } from './read-contract.ts';
import type { WorkspacePackage } from './read-packages.ts';

/** One package in the output of `changeset status`. */
export interface Release {
  readonly name: string;
  readonly type: Bump | 'none';
  readonly oldVersion: string;
  readonly newVersion: string;
}

const headings: Record<Bump, string> = { major: 'Breaking changes', minor: 'New', patch: 'Changes and fixes' };

/**
 * Formats what a version changes for the users of a package: its own changes, those of the contract, and those of the
 * packages that it depends on. A change is listed once.
 */
export function formatChangelogSection(
  release: Release,
  releases: readonly Release[],
  changesets: readonly Changeset[],
  packages: readonly WorkspacePackage[],
): string {
  const parts = [`## ${release.newVersion}`];
  const contract = releases.find(({ name }) => name === contractPackage);
  const own = changesets.filter(({ releases }) => isBump(releases[release.name]));
  const isContractChanged = own.some(({ releases }) => isBump(releases[contractPackage]));
  if (contract && isContractChanged && release.name !== contractPackage) {
    parts.push(`The API contract is now version ${contract.newVersion} (was ${contract.oldVersion}).`);
  }
  for (const bump of ['major', 'minor', 'patch'] as const) {
    // A breaking change of the contract breaks its users, even if it is a minor version of a package in 0.x.
    const items = own.filter(({ releases }) => (releases[contractPackage] ?? releases[release.name]) === bump);
    if (items.length > 0)
      parts.push(`### ${headings[bump]}`, items.map(({ summary }) => formatItem(summary)).join('\n'));
  }
  const inherited = listDependencies(release.name, packages)
    .map((name) => releases.find((each) => each.name === name && each.type !== 'none'))
    .filter((each) => each !== undefined)
    .map((dependency) => ({
      dependency,
      items: changesets.filter((each) => !own.includes(each) && isBump(each.releases[dependency.name])),
    }))
    .filter(({ items }) => items.length > 0);
  if (inherited.length > 0) parts.push('### In the packages it depends on');
  const listed = new Set<Changeset>();
  const lines = inherited.flatMap(({ dependency, items }) =>
    items
      .filter((each) => !listed.has(each) && listed.add(each))
      .map(({ summary }) => formatItem(`\`${dependency.name}\` ${dependency.newVersion}: ${summary}`)),
  );
  if (lines.length > 0) parts.push(lines.join('\n'));
  return `${parts.join('\n\n')}\n`;
}

/** Puts a section above the older ones. */
export function insertSection(changelog: string | undefined, name: string, section: string): string {
  const title = `# ${name}\n`;
  const older = changelog?.startsWith(title) ? changelog.slice(title.length) : `\n${changelog ?? ''}`;
  return `${title}\n${section}${older.trim() ? `\n${older.trimStart()}` : ''}`;
}

/** Returns the section of a version without its heading. Undefined if the changelog has none. */
export function findSection(changelog: string, version: string): string | undefined {
  const sections = changelog.split(/^## /m).slice(1);
  const section = sections.find((each) => each.startsWith(`${version}\n`));
  return section?.slice(version.length).trim();
}

function isBump(bump: Bump | 'none' | undefined): boolean {
  return bump !== undefined && bump !== 'none';
}

/** Direct and indirect dependencies in the workspace, the nearest first. */
function listDependencies(name: string, packages: readonly WorkspacePackage[]): readonly string[] {
  const names = [name];
  for (const each of names) {
    const { dependencies = [] } = packages.find((candidate) => candidate.name === each) ?? {};
    names.push(
      ...dependencies.filter(
        (dependency) => packages.some(({ name }) => name === dependency) && !names.includes(dependency),
      ),
    );
  }
  return names.slice(1);
}

function formatItem(summary: string): string {
  return `- ${summary.replaceAll(/\n(?=.)/g, '\n  ')}`;
}
