/** Publishes every package whose version is not in the registry yet. */
import { execFileSync } from 'node:child_process';
import { runCommandLine } from '@giftoin/command-line';
import { findPublishProblem } from './find-publish-problem.ts';
import { workspaceRoot } from './workspace-root.ts';

const help = `Usage: pnpm release:publish [FLAGS]

Runs \`pnpm check\`, publishes every package whose version is not in the registry yet, and tags the commit with each
version. FLAGS go to \`pnpm publish\`, for example --provenance or --dry-run.`;

await runCommandLine('release:publish', {
  help,
  async run(args) {
    const root = workspaceRoot;
    const problem = findPublishProblem(root);
    if (problem) throw new Error(`Nothing was published. ${problem}`);
    const run = (command: string, ...rest: string[]) => execFileSync(command, rest, { cwd: root, stdio: 'inherit' });
    // Every package runs the check again before it is published. It is then in turbo's cache.
    run('pnpm', 'check');
    run('pnpm', '--recursive', 'publish', ...args);
    if (!args.includes('--dry-run')) run('changeset', 'git-tag');
    return 0;
  },
});
