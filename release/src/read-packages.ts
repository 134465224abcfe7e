import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface WorkspacePackage {
  readonly name: string;
  readonly version: string;
  /** The path of the folder, relative to the workspace. */
  readonly folder: string;
  readonly isPublished: boolean;
  /** The names of the packages that users install with it. */
  readonly dependencies: readonly string[];
}

/** Reads every package.json in the folders of a workspace. The root is not a package of its own. */
export function readPackages(root: string): readonly WorkspacePackage[] {
  const args = ['ls-files', '-co', '--exclude-standard', '*/package.json'];
  const files = execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\n').filter(Boolean);
  return files
    .filter((file) => existsSync(join(root, file)))
    .map((file) => {
      const manifest = JSON.parse(readFileSync(join(root, file), 'utf8'));
      return {
        name: manifest.name,
        version: manifest.version,
        folder: dirname(file),
        isPublished: !manifest.private,
        dependencies: Object.keys(manifest.dependencies ?? {}),
      };
    });
}
