/** Runs before pnpm publishes the package in the working directory. Ends the publication if the workspace is not ready. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { findPublishProblem } from './find-publish-problem.ts';
import { workspaceRoot } from './workspace-root.ts';

const { name } = JSON.parse(readFileSync('package.json', 'utf8'));
const problem = findPublishProblem(workspaceRoot);
if (problem) fail(problem);
try {
  execFileSync('pnpm', ['check'], { cwd: workspaceRoot, stdio: ['ignore', 2, 2] });
} catch {
  fail('A check failed. Correct what it names, then run: pnpm check');
}

function fail(reason: string): never {
  console.error(`${name} was not published. ${reason}`);
  process.exit(1);
}
