import { diff, inc, valid } from 'semver';
import { type Bump, bumps, type Changeset, findLargestBump } from './read-changesets.ts';
import { type Contract, contractPackage, documentFile, releasedFile } from './read-contract.ts';

/**
 * Returns why the document, its version, its package and the changesets do not belong together, and what to do.
 * Undefined if they do: a release then has the same version in the document and in its package.
 */
export function findContractProblem(contract: Contract, changesets: readonly Changeset[]): string | undefined {
  const { version, releasedVersion, packageVersion, isChanged } = contract;
  if (packageVersion !== releasedVersion) {
    return `openapi/package.json has version ${packageVersion}, and ${releasedFile} has ${releasedVersion}. Only \`pnpm release\` writes them. Restore both files from the last release.`;
  }
  const bump = findLargestBump(changesets, contractPackage);
  if (version === releasedVersion) {
    if (isChanged) {
      return `${documentFile} has changed since version ${version} was released, and info.version is still ${version}. Bump info.version, then run: pnpm changeset`;
    }
    if (!bump) return undefined;
    const file = changesets.find(({ releases }) => releases[contractPackage] === bump)?.file;
    return `${file} releases ${contractPackage}, which has the version of the document, and info.version is still ${version}. Set info.version in ${documentFile} to ${inc(version, bump)}.`;
  }
  const documentBump = bumps.find((each) => inc(releasedVersion, each) === version);
  if (!documentBump) {
    const versions = bumps.map((each) => `${inc(releasedVersion, each)} (${each})`).join(', ');
    const reason = valid(version) ? '' : ', which is not a version';
    return `info.version in ${documentFile} is ${version}${reason}. The last release is ${releasedVersion}, so the next one can be: ${versions}.`;
  }
  if (bump === documentBump) return undefined;
  if (!bump) {
    return `${documentFile} is version ${version}, and no changeset releases ${contractPackage}. Run this, with a text that says what changes for the users of the API:\n\n  pnpm changeset --${documentBump} ${contractPackage} -m "…"\n`;
  }
  return explainBumps(version, releasedVersion, documentBump, bump, changesets);
}

function explainBumps(
  version: string,
  releasedVersion: string,
  documentBump: Bump,
  bump: Bump,
  changesets: readonly Changeset[],
): string {
  const named = changesets.filter(({ releases }) => releases[contractPackage] === bump).map(({ file }) => file);
  const bumped = inc(releasedVersion, bump);
  return `${documentFile} is version ${version}, which is a ${diff(releasedVersion, version)} change, and ${named.join(', ')} says ${bump} for ${contractPackage}, which gives ${bumped}. Change the changeset to ${documentBump}, or info.version to ${bumped}.`;
}
