import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { parseArguments, runCommandLine } from '@giftoin/command-line';
import { parse } from 'yaml';
import { findContractProblem } from './find-contract-problem.ts';
import { type Changeset, readChangesets } from './read-changesets.ts';
import { contractPackage, documentFile, readContract } from './read-contract.ts';
import { readPackages } from './read-packages.ts';
import { workspaceRoot } from './workspace-root.ts';

const help = `Usage: pnpm lint:changesets [--base REF] [FOLDER]

Checks that a change of the contract has a changeset, with the bump of info.version.

  --base REF   Also checks that a change of the contract since this Git ref has a changeset of its own.
  FOLDER       A workspace. Default: this one.`;

await runCommandLine('lint:changesets', {
  help,
  async run(args) {
    const { values, positionals } = parseArguments(args, {
      options: { base: { type: 'string' } },
      allowPositionals: true,
    });
    const root = positionals[0] ?? workspaceRoot;
    const changesets = readChangesets(root);
    const contract = readContract(root);
    const problems = [
      ...findTextProblems(root, changesets),
      findContractProblem(contract, changesets),
      values.base && findMissingChangeset(root, values.base, changesets),
    ].filter(Boolean);
    for (const problem of problems) console.error(`lint:changesets: ${problem}`);
    if (problems.length > 0) return 1;
    const { version, releasedVersion } = contract;
    const state = version === releasedVersion ? 'as released' : `released: ${releasedVersion}`;
    console.log(`${changesets.length} changesets. The contract is version ${version} (${state}).`);
    return 0;
  },
});

/** Changesets that users cannot read, or that name a package which does not exist. */
function findTextProblems(root: string, changesets: readonly Changeset[]): string[] {
  const published = readPackages(root).flatMap(({ name, isPublished }) => (isPublished ? [name] : []));
  return changesets.flatMap(({ file, releases, summary }) => {
    const names = Object.keys(releases);
    const unknown = names.filter((name) => !published.includes(name));
    return [
      ...unknown.map((name) => `${file}: ${name} is not a published package. They are: ${published.join(', ')}.`),
      ...(names.length > 0 && !summary ? [`${file} has no text. Write what changes for users.`] : []),
    ];
  });
}

/** A changeset of an earlier change does not describe this one, even if its bump would do. */
function findMissingChangeset(root: string, base: string, changesets: readonly Changeset[]): string | undefined {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' });
  const ancestor = git('merge-base', base, 'HEAD').trim();
  const before = git('show', `${ancestor}:${documentFile}`);
  const after = readFileSync(join(root, documentFile), 'utf8');
  if (isDeepStrictEqual(parse(before), parse(after))) return undefined;
  const committed = git('diff', '--name-only', ancestor, '--', '.changeset');
  const changed = committed + git('ls-files', '--others', '--exclude-standard', '.changeset');
  const hasOwn = changesets.some(({ file, releases }) => changed.includes(`${file}\n`) && contractPackage in releases);
  return hasOwn
    ? undefined
    : `${documentFile} has changed since ${base}, without a changeset of its own for ${contractPackage}. Run: pnpm changeset`;
}
