import { ContractDocument } from './contract-document.ts';
import type { EverydayChange } from './everyday-change.ts';
import { handEdits } from './hand-edits.ts';
import type { WorkspaceCopy } from './workspace-copy.ts';

const documentFile = 'openapi/openapi.yaml';

/** What a change cost. */
export interface ChangeResult {
  readonly name: string;
  /** The bump that the compatibility check required. */
  readonly bump: string;
  /** The files that were edited by hand, without the document. */
  readonly handEdited: readonly string[];
  /** The files that a command wrote. */
  readonly generated: readonly string[];
  readonly seconds: number;
  /** What failed. `undefined` if everything passed. */
  readonly problem: string | undefined;
}

/** Makes a change as CONTRIBUTING.md describes it, in a copy of the repository, and runs the checks. */
export async function tryChange(copy: WorkspaceCopy, change: EverydayChange, checks: string[]): Promise<ChangeResult> {
  const start = performance.now();
  await release(copy);
  const handEdited: string[] = [];
  let bump = 'none';
  const problem = await followSteps().catch((error: Error) => error.message);
  const seconds = Math.round((performance.now() - start) / 1000);
  const status = await copy.runOrThrow('git', 'status', '--porcelain', '--untracked-files=all', '--no-renames');
  const changed = status
    .split('\n')
    .filter(Boolean)
    .map((line) => line.slice(3));
  const generated = changed.filter((file) => file !== documentFile && !handEdited.includes(file));
  return { name: change.name, bump, handEdited, generated, seconds, problem };

  async function followSteps(): Promise<string | undefined> {
    const document = new ContractDocument(await copy.read(documentFile));
    change.edit(document);
    await copy.write(documentFile, document.text);
    const { next, required } = JSON.parse(
      (await copy.run('pnpm', '--silent', 'compatibility', '--format', 'json')).output,
    );
    bump = required;
    document.write(['info', 'version'], next);
    await copy.write(documentFile, document.text);
    await copy.runOrThrow('pnpm', 'generate');
    await copy.runOrThrow('pnpm', 'compatibility', '--write-changeset');
    await editByHand((await copy.run('pnpm', 'typecheck', '--continue')).output);
    let result = await copy.run('pnpm', ...checks);
    // A test can name a file that the compiler does not know.
    if (result.code !== 0 && (await editByHand(result.output))) result = await copy.run('pnpm', ...checks);
    if (result.code !== 0) return result.output;
    return bump === change.bump ? undefined : `The check requires a ${bump} bump, not a ${change.bump} bump.`;
  }

  /** Applies an edit only if the output of a check names its file. Returns whether there was one. */
  async function editByHand(output: string): Promise<boolean> {
    const edits = handEdits.filter((edit) => edit.change === change.name && isNamed(edit.file, output));
    const remaining = edits.filter(({ file }) => !handEdited.includes(file));
    for (const { file, apply } of remaining) {
      await copy.write(file, apply(await copy.read(file)));
      handEdited.push(file);
    }
    return remaining.length > 0;
  }
}

/** Whether the output names the file. Compilers print paths relative to the package. */
function isNamed(file: string, output: string): boolean {
  return output.includes(file) || output.includes(file.replace(/^(apps|packages)\/[^/]+\//, ''));
}

/** Makes the current document the released one, so that the bump is due to the change alone. */
async function release(copy: WorkspaceCopy): Promise<void> {
  const text = await copy.read(documentFile);
  await copy.write('openapi/released.yaml', text);
  const manifest = JSON.parse(await copy.read('openapi/package.json'));
  manifest.version = new ContractDocument(text).json.info.version;
  await copy.write('openapi/package.json', `${JSON.stringify(manifest, null, 2)}\n`);
  await copy.run(
    'git',
    'rm',
    '--quiet',
    '--ignore-unmatch',
    ':(glob).changeset/*.md',
    ':(exclude).changeset/README.md',
  );
  await copy.commit('Release');
}
