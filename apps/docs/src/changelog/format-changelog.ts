import { type Bump, bumps, type Changeset } from '@giftoin/release/read-changesets';
import { type Changelog, compareNames } from './read-changelogs.ts';

const headings: Record<Bump, string> = { major: 'Breaking changes', minor: 'New', patch: 'Changes and fixes' };

/** Formats the changes that are not released yet, and then the changelogs of the packages, as Markdown. */
export function formatChangelog(changesets: readonly Changeset[], changelogs: readonly Changelog[]): string {
  return [
    'What changes for users of the API and of the packages. [Compatibility](/guides/compatibility/) explains what a version number means.',
    formatPending(changesets),
    ...(changelogs.length === 0
      ? ['## Released versions\n\nNo version of the packages has been published yet.']
      : changelogs.map(formatReleased)),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function formatPending(changesets: readonly Changeset[]): string {
  if (changesets.length === 0) return '';
  const sections = bumps.toReversed().flatMap((bump) => {
    const items = changesets.filter((changeset) => findBump(changeset) === bump);
    return items.length === 0 ? [] : [`### ${headings[bump]}`, items.map(formatItem).join('\n')];
  });
  return ['## Next release', 'These changes are merged, and will be part of the next release.', ...sections].join(
    '\n\n',
  );
}

/** The largest bump of a changeset: how much it changes for someone who uses all packages. */
function findBump({ releases }: Changeset): Bump | undefined {
  return bumps.findLast((bump) => Object.values(releases).includes(bump));
}

function formatItem({ summary, releases }: Changeset): string {
  const names = Object.keys(releases).filter((name) => releases[name] !== 'none');
  const packages = names.sort(compareNames).map((name) => `\`${name}\``);
  return `- ${packages.join(', ')}: ${summary.replaceAll(/\n(?=.)/g, '\n  ')}`;
}

/** The versions become sections of the package. */
function formatReleased({ name, text }: Changelog): string {
  return `## ${name}\n\n${text.replaceAll(/^(#+) /gm, '#$1 ')}`;
}
