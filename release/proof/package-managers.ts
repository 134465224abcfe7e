import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { readSample } from '@giftoin/samples';

export interface PackageManager {
  readonly name: string;
  /** Adds packages to the project in the working directory. */
  add(packages: readonly string[]): readonly string[];
  /** Runs the command of an installed package. */
  exec(packageName: string, command: string): readonly string[];
  /** Runs Node.js so that it finds the installed packages. */
  readonly node: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
}

const require = createRequire(import.meta.url);
const yarn = [process.execPath, join(dirname(require.resolve('@yarnpkg/cli-dist/package.json')), 'bin/yarn.js')];
const bun = findBun();

export const packageManagers: readonly PackageManager[] = [
  {
    name: 'npm',
    add: (packages) => ['npm', 'install', '--no-audit', '--no-fund', '--ignore-scripts', ...packages],
    exec: (packageName) => ['npx', '--no-install', packageName],
    node: [process.execPath],
  },
  {
    name: 'pnpm',
    add: (packages) => ['pnpm', 'add', '--ignore-scripts', ...packages],
    exec: (_, command) => ['pnpm', 'exec', command],
    node: [process.execPath],
    // Without it, pnpm would look for a workspace in the folders above.
    files: { 'pnpm-workspace.yaml': 'packages: []\n' },
  },
  createYarn('Yarn, node-modules', 'node-modules'),
  // With the configuration that the README of the mock gives.
  createYarn('Yarn, PnP', 'pnp', readSample('readmes/yarnrc.yml')),
  {
    name: 'Bun',
    // Without its cache, in which the list of versions stays for minutes.
    add: (packages) => [bun, 'add', '--ignore-scripts', '--no-cache', ...packages],
    exec: (packageName) => [bun, 'x', '--no-install', packageName],
    node: [process.execPath],
  },
];

function createYarn(name: string, nodeLinker: string, configuration = ''): PackageManager {
  return {
    name,
    add: (packages) => [...yarn, 'add', ...packages],
    exec: (_, command) => [...yarn, 'run', command],
    node: [...yarn, 'node'],
    files: { 'yarn.lock': '', '.yarnrc.yml': `nodeLinker: ${nodeLinker}\n${configuration}` },
  };
}

/** The binary is in the package of the platform. An install script, which does not run here, would copy it. */
function findBun(): string {
  const manifest = require.resolve('bun/package.json');
  for (const name of Object.keys(require(manifest).optionalDependencies)) {
    const binary = join(dirname(manifest), '..', name, 'bin/bun');
    if (existsSync(binary)) return binary;
  }
  throw new Error('Bun has no binary for this platform.');
}
