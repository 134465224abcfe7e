import { major } from 'semver';
import type { Bump, Changeset } from './read-changesets.ts';
import { contractPackage } from './read-contract.ts';
import type { WorkspacePackage } from './read-packages.ts';

/** Packages that are generated from the contract. They do not depend on its package when they run. */
const generated = ['@giftoin/types'];

/**
 * Adds to each changeset of the contract every published package that contains the contract or depends on it. Their users
 * then read what changed, and a breaking change of the contract is never a patch of the client.
 */
export function spreadContractChanges(
  changesets: readonly Changeset[],
  packages: readonly WorkspacePackage[],
): readonly Changeset[] {
  const dependents = findDependents(packages);
  return changesets.map((changeset) => {
    const bump = changeset.releases[contractPackage];
    if (!bump || bump === 'none') return changeset;
    const releases: Record<string, Bump | 'none'> = { ...changeset.releases };
    for (const { name, version } of dependents) releases[name] = larger(releases[name], toBump(bump, version));
    return { ...changeset, releases };
  });
}

function findDependents(packages: readonly WorkspacePackage[]): readonly WorkspacePackage[] {
  const names = new Set([contractPackage, ...generated]);
  const published = packages.filter(({ isPublished, name }) => isPublished && name !== contractPackage);
  let size = 0;
  while (size < names.size) {
    size = names.size;
    for (const { name, dependencies } of published) if (dependencies.some((each) => names.has(each))) names.add(name);
  }
  return published.filter(({ name }) => names.has(name));
}

/** In versions 0.x, a minor version may break. Version 1.0.0 of a package is a decision, not a result. */
function toBump(bump: Bump, version: string): Bump {
  return bump === 'major' && major(version) === 0 ? 'minor' : bump;
}

function larger(named: Bump | 'none' | undefined, bump: Bump): Bump {
  const order = ['none', 'patch', 'minor', 'major'];
  return order.indexOf(named ?? 'none') > order.indexOf(bump) ? (named as Bump) : bump;
}
