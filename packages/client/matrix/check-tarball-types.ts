import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';

/**
 * Checks with arethetypeswrong that the types of a package match its code. For a package without a CommonJS build, ignores
 * two module resolutions, like the profile `esm-only`: `node10`, which does not support `exports`, and `node16-cjs`, which
 * assumes that an ES module cannot be required.
 *
 * @throws {Error} with all problems
 */
export async function checkTarballTypes(tarball: string): Promise<void> {
  const contents = createPackageFromTarballData(await readFile(tarball));
  const analysis = await checkPackage(contents);
  if (!analysis.types) throw new Error(`${basename(tarball)} has no types.`);
  const hasCommonJs = contents.listFiles().some((name) => name.endsWith('.cjs'));
  const problems = analysis.problems.filter(
    (problem) =>
      hasCommonJs || !('resolutionKind' in problem && ['node10', 'node16-cjs'].includes(problem.resolutionKind)),
  );
  if (problems.length > 0) throw new Error(problems.map((problem) => JSON.stringify(problem)).join('\n'));
}
