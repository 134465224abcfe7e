import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Import } from './read-imports.ts';

interface Package {
  readonly folder: string;
  readonly manifest: {
    readonly name: string;
    readonly private?: boolean;
    readonly dependencies?: Readonly<Record<string, string>>;
    readonly devDependencies?: Readonly<Record<string, string>>;
  };
}

/** Returns a sentence for every import that cannot be resolved or leaves its package without a declared dependency. */
export function findUndeclared(workspace: string, imports: readonly Import[]): string[] {
  const packages = new Map<string, Package>();
  const findPackage = (file: string): Package => {
    const folder = dirname(file);
    const known = packages.get(folder);
    if (known) return known;
    const manifest = join(workspace, folder, 'package.json');
    const found = existsSync(manifest)
      ? { folder, manifest: JSON.parse(readFileSync(manifest, 'utf8')) }
      : findPackage(folder);
    packages.set(folder, found);
    return found;
  };
  return imports.flatMap((each) => {
    const problem = findProblem(each, findPackage(each.from), (file) => findPackage(file).folder);
    return problem ? [`${each.from}: ${problem}`] : [];
  });
}

function findProblem(each: Import, { folder, manifest }: Package, folderOf: (file: string) => string) {
  const { specifier, kind, from, to } = each;
  if (kind === 'built-in') return undefined;
  if (kind === 'unresolved') {
    return `cannot resolve "${specifier}". Declare its package in package.json, or correct the path.`;
  }
  if (specifier.startsWith('.')) {
    if (kind === 'workspace' && folderOf(to) === folder) return undefined;
    return `"${specifier}" leaves the package. Import the other package by its name and declare it.`;
  }
  const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
  if (name === manifest.name || manifest.dependencies?.[name]) return undefined;
  if (!manifest.devDependencies?.[name]) return `"${name}" is not declared in ${join(folder, 'package.json')}.`;
  const isPublished = !manifest.private && from.startsWith(`${folder}/src/`);
  return isPublished
    ? `"${name}" is only in devDependencies, but this file is published. Move it to dependencies.`
    : undefined;
}
