import { relative, resolve } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';

/** One import, with paths relative to the workspace. */
export interface Import {
  readonly from: string;
  /** The text in the source, for example `./a.ts` or `@giftoin/types`. */
  readonly specifier: string;
  readonly to: string;
  readonly kind: 'workspace' | 'external' | 'built-in' | 'unresolved';
}

// Build output, but not the output of installed packages, and what Astro generates. The programs in matrix/consumer run outside
// the workspace.
const excluded = '^(?!.*node_modules/).*(dist|\\.astro|packages/client/matrix/consumer)/';

/** Reads every import of a workspace with dependency-cruiser, type-only imports included. */
export async function readImports(workspace: string): Promise<readonly Import[]> {
  const options = {
    baseDir: workspace,
    tsPreCompilationDeps: true,
    doNotFollow: { path: '(^|/)node_modules/' },
    exclude: { path: excluded },
  };
  const conditionNames = ['import', 'node', 'types', 'default'];
  const { output } = await cruise(['.'], options, { exportsFields: ['exports'], conditionNames });
  // The resolver puts a NUL before a `#` in a path. The path is then relative to the working directory, from outside it.
  const toRelative = (path: string) => relative(workspace, resolve(workspace, path.replaceAll('\0', '')));
  const imports = new Map<string, Import>();
  for (const { source, dependencies } of (output as ICruiseResult).modules) {
    const from = toRelative(source);
    if (isInstalled(from)) continue;
    for (const { module: specifier, resolved, coreModule, couldNotResolve } of dependencies) {
      const to = coreModule || couldNotResolve ? resolved : toRelative(resolved);
      const kind = coreModule
        ? 'built-in'
        : couldNotResolve
          ? 'unresolved'
          : isInstalled(to)
            ? 'external'
            : 'workspace';
      imports.set(`${from} ${specifier}`, { from, specifier, to, kind });
    }
  }
  return [...imports.values()].sort((a, b) => (a.from < b.from ? -1 : 1));
}

function isInstalled(path: string): boolean {
  return /(^|[\\/])node_modules[\\/]/.test(path);
}
