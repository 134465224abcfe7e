/** Runs before pnpm publishes the package in the working directory. Ends the publication if the workspace is not ready. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { findPublishProblem } from './find-publish-problem.ts';
import { requirePnpm } from './require-pnpm.ts';
import { workspaceRoot } from './workspace-root.ts';

try {
  requirePnpm(process.env);
  const problem = findPublishProblem(workspaceRoot);
  if (problem) throw new Error(problem);
  runCheck();
} catch (error) {
  const { name } = JSON.parse(readFileSync('package.json', 'utf8'));
  console.error(`${name} was not published. ${(error as Error).message}`);
  process.exitCode = 1;
}

function runCheck(): void {
  try {
    execFileSync('pnpm', ['check'], { cwd: workspaceRoot, stdio: ['ignore', 2, 2] });
  } catch {
    throw new Error('A check failed. Correct what it names, then run: pnpm check');
  }
}
