// Replaces a program in the console blocks of the pages: `node command.ts NAME ARGUMENTS`. Programs of this repository run
// from their sources. What would install, publish or change the repository is only checked.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../../src/index.ts';

interface Program {
  readonly folder: string;
  /** Flags for a server, which is stopped as soon as it has started. */
  readonly server?: readonly string[];
  /** Flags for every run. */
  readonly flags?: readonly string[];
}
const programs: Record<string, Program> = {
  '@giftoin/mock': { folder: 'packages/mock', server: ['--port', '0'] },
  '@giftoin/sandbox': { folder: 'apps/sandbox', server: ['--port', '0', '--control-port', '0'] },
  // The tests of the contract checks run all of them against a sandbox.
  '@giftoin/contract-tests': { folder: 'apps/contract-tests', flags: ['--only', 'valid-key'] },
};
const scripts: Record<string, string> = {
  mock: '@giftoin/mock',
  sandbox: '@giftoin/sandbox',
  contract: '@giftoin/contract-tests',
};

const [name = '', ...args] = process.argv.slice(2);
await (
  {
    npx,
    pnpm,
    npm,
    'giftoin-sandbox': (args) => run('@giftoin/sandbox', args),
    tar: () => {},
    docker: () => {},
    git: () => {},
  } as Record<string, (args: readonly string[]) => unknown>
)[name]?.(args);

function npx(args: readonly string[]): unknown {
  const [target = '', ...rest] = args[0] === '-y' ? args.slice(1) : args;
  if (target.startsWith('pnpm@')) return pnpm(rest);
  const [, packageName = '', version] = /^(@?[^@]+)(?:@(.+))?$/.exec(target) ?? [];
  const current = readVersion(packageName);
  if (version !== undefined && current !== version && !current.startsWith(`${version}.`)) {
    fail(`${packageName} has the version ${current}, not ${version}.`);
  }
  return run(packageName, rest);
}

function pnpm(args: readonly string[]): unknown {
  if (args[0] === 'add') return checkPackages(args.slice(1));
  if (args[0] === 'install') return;
  const isFiltered = args[0] === '--filter';
  const [first = '', ...rest] = isFiltered ? args.slice(2) : args;
  const [script = '', ...flags] = first === 'run' ? rest : [first, ...rest];
  const folder = isFiltered ? findFolder(args[1] ?? '') : '.';
  const { scripts: known } = readManifest(folder);
  if (!known?.[script]) fail(`There is no script ${script} in ${folder}/package.json.`);
  return scripts[script] ? run(scripts[script], flags) : undefined;
}

function npm(args: readonly string[]): void {
  const [command, ...packages] = args;
  if (command === 'install') checkPackages(packages);
  else if (command !== 'init' && command !== 'pkg')
    fail(`npm ${command} is not known to the test of the console blocks.`);
}

/** Packages are the packed ones of this repository, or those that the samples import, so that their types are checked. */
function checkPackages(args: readonly string[]): void {
  const { dependencies, devDependencies } = readManifest('apps/docs/samples') as Record<string, object>;
  const known = new Set([...Object.keys({ ...dependencies, ...devDependencies }), 'typescript', 'vitest']);
  for (const name of args.filter((each) => !each.startsWith('-') && !each.startsWith('../giftoin-packages/'))) {
    if (!known.has(name)) fail(`No sample imports the package ${name}.`);
  }
}

function run(packageName: string, args: readonly string[]): unknown {
  const program = programs[packageName];
  if (!program) fail(`${packageName} has no command line.`);
  // Recorded traffic is checked without a server.
  const flags = args[0] === 'traffic' ? [] : (program?.flags ?? []);
  const command = [join(repository, program?.folder ?? '', 'src/cli.ts'), ...args, ...flags];
  const isServer =
    program?.server && !args.some((each, index) => !each.startsWith('-') && !args[index - 1]?.startsWith('-'));
  if (isServer) return startAndStop([...command, ...(program.server ?? [])]);
  process.exitCode = spawnSync(process.execPath, command, { stdio: 'inherit' }).status ?? 1;
}

/** Starts a server on free ports, and stops it when it prints its address. */
function startAndStop(command: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'inherit'] });
  child.stdout.once('data', (data) => {
    process.stdout.write(data);
    child.kill('SIGTERM');
  });
  return new Promise((resolve) => {
    // Stopped while it starts, it has no exit code.
    child.once('exit', (code, signal) => {
      process.exitCode = signal === 'SIGTERM' ? 0 : (code ?? 1);
      resolve();
    });
  });
}

function findFolder(packageName: string): string {
  const folder = ['packages', 'apps'].map((each) => join(each, packageName.replace('@giftoin/', ''))).find(hasManifest);
  return folder ?? fail(`There is no package ${packageName}.`);
}

function hasManifest(folder: string): boolean {
  return existsSync(join(repository, folder, 'package.json'));
}

function readManifest(folder: string) {
  return JSON.parse(readFileSync(join(repository, folder, 'package.json'), 'utf8'));
}

function readVersion(packageName: string): string {
  return readManifest(findFolder(packageName)).version;
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
