/** From merged changes to packages that can be published. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArguments, runCommandLine } from '@giftoin/command-line';
import { formatChangelogSection, insertSection, type Release } from './changelog.ts';
import { findContractProblem } from './find-contract-problem.ts';
import { findPublishProblem } from './find-publish-problem.ts';
import { formatChangeset, readChangesets } from './read-changesets.ts';
import { documentFile, readContract, releasedFile } from './read-contract.ts';
import { readPackages } from './read-packages.ts';
import { spreadContractChanges } from './spread-contract-changes.ts';
import { updateVersionRanges } from './update-version-ranges.ts';
import { workspaceRoot } from './workspace-root.ts';

const help = `Usage: pnpm release [--skip-check]

Writes the next version and the changelog of every package that changesets release, keeps the document as the released
one, and runs \`pnpm check\`. Commit what it writes, then run: pnpm release:publish

  --skip-check   Do not run \`pnpm check\`. Publishing runs it in any case.`;

await runCommandLine('release', {
  help,
  async run(args) {
    const { values } = parseArguments(args, { options: { 'skip-check': { type: 'boolean' } } });
    const root = workspaceRoot;
    const packages = readPackages(root);
    const changesets = spreadContractChanges(readChangesets(root), packages);
    const contract = readContract(root);
    const problem = findContractProblem(contract, changesets);
    if (problem) throw new Error(problem);
    if (changesets.length === 0) {
      console.log('There is no changeset, so there is nothing to release.');
      return 0;
    }
    for (const changeset of changesets) writeFileSync(join(root, changeset.file), formatChangeset(changeset));
    const releases = planReleases(root).filter(
      ({ name, type }) => type !== 'none' && packages.find((each) => each.name === name)?.isPublished,
    );
    runQuietly(root, 'changeset', 'version');
    for (const release of releases) {
      const folder = packages.find(({ name }) => name === release.name)?.folder ?? '';
      const file = join(root, folder, 'CHANGELOG.md');
      const section = formatChangelogSection(release, releases, changesets, packages);
      writeFileSync(
        file,
        insertSection(existsSync(file) ? readFileSync(file, 'utf8') : undefined, release.name, section),
      );
    }
    copyFileSync(join(root, documentFile), join(root, releasedFile));
    execFileSync('node', ['packages/client/scripts/version.ts'], { cwd: root, stdio: 'inherit' });
    updateVersionRanges(root, releases);
    const failure = findPublishProblem(root);
    if (failure) throw new Error(failure);
    if (!values['skip-check']) execFileSync('pnpm', ['check'], { cwd: root, stdio: 'inherit' });
    console.log(formatLog(contract.releasedVersion, contract.version, releases));
    return 0;
  },
});

/** Returns the next version of every package, as changesets plans it. */
function planReleases(root: string): readonly Release[] {
  const folder = mkdtempSync(join(tmpdir(), 'giftoin-release-'));
  try {
    runQuietly(root, 'changeset', 'status', '--output', join(folder, 'plan.json'));
    return JSON.parse(readFileSync(join(folder, 'plan.json'), 'utf8')).releases;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Runs a command, and prints its output only if it fails. */
function runQuietly(cwd: string, command: string, ...args: readonly string[]): void {
  try {
    execFileSync(command, args, { cwd, encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`\`${[command, ...args].join(' ')}\` failed:\n${stdout}${stderr}`);
  }
}

function formatLog(releasedVersion: string, version: string, releases: readonly Release[]): string {
  const width = Math.max(...releases.map(({ name }) => name.length));
  const lines = releases.map(
    ({ name, oldVersion, newVersion }) => `  ${name.padEnd(width)}  ${oldVersion} → ${newVersion}`,
  );
  const contract =
    version === releasedVersion
      ? `The contract stays at version ${version}.`
      : `The contract: ${releasedVersion} → ${version}`;
  return `${contract}\n${lines.sort().join('\n')}\n\nReady to publish. Commit these files, then run: pnpm release:publish`;
}
