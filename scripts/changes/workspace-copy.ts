import { execFile, execFileSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The pnpm that runs this program: an executable, or a script for Node.js. */
const executable = process.env.npm_execpath ?? 'pnpm';
const pnpm = /\.[cm]?js$/.test(executable) ? [process.execPath, executable] : [executable];

/** What a command of a workspace printed, and its exit code. */
export interface CommandResult {
  readonly code: number;
  readonly output: string;
}

/** A copy of the repository in a temporary folder, with its dependencies and a Git repository of its own. */
export class WorkspaceCopy {
  readonly folder: string;
  readonly #environment: NodeJS.ProcessEnv;

  private constructor(folder: string, environment: NodeJS.ProcessEnv) {
    this.folder = folder;
    this.#environment = environment;
  }

  /**
   * @param root the repository; files that Git ignores are not copied
   * @param cache the folder in which turbo keeps the results of tasks, shared by all copies
   */
  static async create(root: string, cache: string): Promise<WorkspaceCopy> {
    const folder = await mkdtemp(join(tmpdir(), 'giftoin-change-'));
    const environment = {
      ...process.env,
      TURBO_CACHE_DIR: cache,
      TURBO_TELEMETRY_DISABLED: '1',
      CI: 'true',
      NO_COLOR: '1',
    };
    const copy = new WorkspaceCopy(folder, environment);
    try {
      await copyFiles(root, folder);
      await copy.runOrThrow('pnpm', 'install', '--frozen-lockfile', '--prefer-offline');
      await copy.runOrThrow('git', 'init', '--quiet');
      await copy.commit('Copy');
      return copy;
    } catch (error) {
      await copy[Symbol.asyncDispose]();
      throw error;
    }
  }

  /** Runs a command in the copy. `pnpm` is the pnpm that runs this program. */
  run(command: string, ...args: string[]): Promise<CommandResult> {
    const [file, ...rest] = command === 'pnpm' ? [...pnpm, ...args] : [command, ...args];
    const options = { cwd: this.folder, env: this.#environment, maxBuffer: 2 ** 28 };
    return new Promise((resolve) => {
      execFile(file ?? '', rest, options, (error, stdout, stderr) => {
        resolve({ code: error ? Number(error.code ?? 1) || 1 : 0, output: stdout + stderr });
      });
    });
  }

  async runOrThrow(command: string, ...args: string[]): Promise<string> {
    const { code, output } = await this.run(command, ...args);
    if (code !== 0) throw new Error(`${command} ${args.join(' ')} failed in ${this.folder}.\n${output}`);
    return output;
  }

  async commit(message: string): Promise<void> {
    const user = ['-c', 'user.name=changes', '-c', 'user.email=changes@example.com'];
    await this.runOrThrow('git', 'add', '--all');
    await this.runOrThrow('git', ...user, 'commit', '--quiet', '--allow-empty', '--message', message);
  }

  read(file: string): Promise<string> {
    return readFile(join(this.folder, file), 'utf8');
  }

  write(file: string, text: string): Promise<void> {
    return writeFile(join(this.folder, file), text);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}

async function copyFiles(root: string, folder: string): Promise<void> {
  const list = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], { cwd: root, encoding: 'utf8' });
  for (const file of new Set(list.split('\0').filter(Boolean))) {
    await cp(join(root, file), join(folder, file), { recursive: true }).catch(ignoreMissing);
  }
}

/** A file that is deleted but not committed is in the index of Git. */
function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
