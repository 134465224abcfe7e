import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';

/**
 * Whether the types of a package are those of its code, wherever an ES module can be imported. Two ways are left out, as
 * the profile `esm-only` of the command has it: TypeScript's old resolution, which knows no `exports`, and the one that
 * takes `require` for impossible: every supported Node can require these modules.
 *
 * @throws {Error} with the problems that are found
 */
export async function checkTarballTypes(tarball: string): Promise<void> {
  const analysis = await checkPackage(createPackageFromTarballData(await readFile(tarball)));
  if (!analysis.types) throw new Error(`${basename(tarball)} has no types.`);
  const problems = analysis.problems.filter(
    (problem) => !('resolutionKind' in problem && ['node10', 'node16-cjs'].includes(problem.resolutionKind)),
  );
  if (problems.length > 0) throw new Error(problems.map((problem) => JSON.stringify(problem)).join('\n'));
}
