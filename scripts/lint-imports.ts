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
import { createImportGraph, findCycles, findLongestChain } from './imports/import-graph.ts';
import { readImports } from './imports/read-imports.ts';

const workspace = process.argv[2] ?? fileURLToPath(new URL('..', import.meta.url));
const imports = await readImports(workspace);
const graph = createImportGraph(imports);
const cycles = findCycles(graph).map((cycle) => `${cycle[0]}: import cycle ${cycle.join(' -> ')}.`);
const problems = [...cycles, ...findUndeclared(workspace, imports)];
if (problems.length > 0) {
  console.error(`${problems.join('\n')}\n\n${graph.size} modules, ${problems.length} import problems.`);
  process.exitCode = 1;
} else {
  const chain = findLongestChain(graph);
  console.log(`${graph.size} modules, no cycle, longest chain ${chain.length}: ${chain.join(' -> ')}`);
}
