/**
 * Checks every import of the workspace, type-only imports included, and prints the longest import chain.
 *
 *   node scripts/lint-imports.ts [FOLDER]   FOLDER is a workspace. Default: this one.
 *
 * It fails if an import is part of a cycle, cannot be resolved, leaves its package by a relative path, or names a package
 * that the importing package does not declare.
 */
import { fileURLToPath } from 'node:url';
import { findUndeclared } from './imports/find-undeclared.ts';
import { formatChain, longestChain } from './imports/longest-chain.ts';
import { readImports } from './imports/read-imports.ts';

const folder = process.argv[2] ?? fileURLToPath(new URL('..', import.meta.url));
const { modules, imports, violations } = await readImports(folder);
const problems = [...violations, ...findUndeclared(folder, imports)];
if (problems.length > 0) {
  for (const problem of problems) console.error(problem);
  console.error(`\n${modules.length} modules, ${problems.length} import problems.`);
  process.exitCode = 1;
} else {
  console.log(`${modules.length} modules, no cycle, ${formatChain(longestChain(imports))}`);
}
