import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { workspaceRoot } from '../src/workspace-root.ts';
import { run } from './run.ts';

export interface WorkspaceCopy {
  readonly folder: string;
  run(...command: string[]): Promise<string>;
  /** Commits everything. */
  commit(subject: string): Promise<void>;
  /** Goes back to the last commit. */
  reset(): Promise<void>;
  remove(): Promise<void>;
}

/** Copies this workspace, with changes that are not committed, to a Git repository of its own on the branch `main`. */
export async function copyWorkspace(environment: NodeJS.ProcessEnv): Promise<WorkspaceCopy> {
  const folder = await mkdtemp(join(tmpdir(), 'giftoin-workspace-'));
  const { stdout } = await promisify(execFile)('git', ['ls-files', '-coz', '--exclude-standard'], {
    cwd: workspaceRoot,
  });
  for (const name of stdout.split('\0').filter(Boolean)) {
    await cp(join(workspaceRoot, name), join(folder, name), { recursive: true }).catch(ignoreDeleted);
  }
  await removeTestsFromCheck(folder);
  const identity = ['-c', 'user.name=proof', '-c', 'user.email=proof@example.com'];
  const author = { GIT_AUTHOR_NAME: 'proof', GIT_AUTHOR_EMAIL: 'proof@example.com' };
  const committer = { GIT_COMMITTER_NAME: 'proof', GIT_COMMITTER_EMAIL: 'proof@example.com' };
  const inFolder = (...command: string[]) => run(command, folder, { ...environment, ...author, ...committer });
  const commit = async (subject: string) => {
    await inFolder('git', 'add', '--all');
    await inFolder('git', ...identity, 'commit', '--quiet', '--message', subject);
  };
  await inFolder('git', 'init', '--quiet', '--initial-branch=main');
  await commit('start');
  await inFolder('pnpm', 'install', '--frozen-lockfile', '--prefer-offline');
  return {
    folder,
    run: inFolder,
    commit,
    async reset() {
      await inFolder('git', 'reset', '--quiet', '--hard');
      await inFolder('git', 'clean', '--quiet', '--force', '-d');
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** The tests take minutes, and CI runs them for the same commit. Everything else that `pnpm check` runs stays. */
async function removeTestsFromCheck(folder: string): Promise<void> {
  const file = join(folder, 'package.json');
  const manifest = await readFile(file, 'utf8');
  const shorter = manifest.replace(/("check": "turbo run .*) test /, '$1 ');
  if (shorter === manifest) throw new Error(`The script "check" in ${dirname(file)} does not run "test".`);
  await writeFile(file, shorter);
}

function ignoreDeleted(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
