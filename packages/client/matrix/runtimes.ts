import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { installFlags } from '@giftoin/packing';

const run = promisify(execFile);
const cache = fileURLToPath(new URL('../node_modules/.cache/matrix/', import.meta.url));

/** The versions of the runtimes and compilers in the matrix. */
export const versions = {
  // The first releases of Node.js 20 and 22, and the last ones that cannot load an ES module with `require`.
  node: ['20.0.0', '20.18.3', '20.20.2', '22.0.0', '22.11.0', '22.23.3', '24.21.0', '26.10.0'],
  bun: '1.4.5',
  deno: '2.9.6',
  miniflare: '4.20260730.0',
  jest: '30.5.2',
  tsJest: '29.4.15',
  tsNode: '10.9.2',
  next: '14.2.35',
  nextPeers: ['react@18.3.1', 'react-dom@18.3.1'],
  openapiReactQuery: '0.5.4',
  reactPeers: [
    '@tanstack/react-query@5.108.4',
    'react@19.3.1',
    'react-dom@19.3.1',
    '@types/react@19.3.3',
    '@types/react-dom@19.3.0',
    'openapi-fetch@0.17.0',
  ],
  nodeFetch2: '2.7.0',
  nodeFetch: '3.3.2',
  crossFetch: '4.1.0',
  whatwgFetch: '3.6.20',
  undici: '8.13.1',
  // The first one is the lowest version: 5.3 does not compile the declarations of openapi-fetch.
  typescript: ['5.4.5', '5.9.3', '6.0.3', '7.0.2'],
} as const;

/**
 * Installs a package in the cache of the matrix, unless it is there already. Runs no install script.
 *
 * @param peers packages that it needs beside it, for example `react@18.3.1`
 * @returns the folder of the package
 * @throws {Error} if the installation fails
 */
export async function installPackage(name: string, version: string, ...peers: readonly string[]): Promise<string> {
  const target = join(cache, [`${name}@${version}`, ...peers].join('+').replaceAll('/', '+'));
  const folder = join(target, 'node_modules', name);
  if (existsSync(folder)) return folder;
  await mkdir(cache, { recursive: true });
  // Renamed when it is complete, so that an interrupted installation leaves nothing in the cache.
  const temporary = await mkdtemp(join(cache, 'temporary-'));
  try {
    await writeFile(join(temporary, 'package.json'), '{"private":true}');
    await run('npm', [...installFlags, `${name}@${version}`, ...peers], { cwd: temporary });
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    const reason = /npm error (?!code)(.*)/.exec((error as { stderr?: string }).stderr ?? '')?.[1] ?? error;
    throw new Error(`${name}@${version} cannot be installed: ${reason}`);
  }
  return folder;
}

/** Installs Node.js from its platform package, because the package `node` needs an install script. */
export async function installNode(version: string): Promise<string> {
  const isAppleSilicon = process.platform === 'darwin' && process.arch === 'arm64';
  const name = `${isAppleSilicon ? 'node-bin' : 'node'}-${process.platform}-${process.arch}`;
  return join(await installPackage(name, version), 'bin/node');
}

/** Installs Bun. Its binary is in the one platform package that npm selects. */
export async function installBun(): Promise<string> {
  return join(await findPlatformPackage(await installPackage('bun', versions.bun), '@oven'), 'bin/bun');
}

/** Installs Deno. Its binary is in the one platform package that npm selects. */
export async function installDeno(): Promise<string> {
  return join(await findPlatformPackage(await installPackage('deno', versions.deno), '@deno'), 'deno');
}

async function findPlatformPackage(folder: string, scope: string): Promise<string> {
  const packages = join(folder, '..', scope);
  const [name] = existsSync(packages) ? await readdir(packages) : [];
  if (name === undefined) throw new Error(`${scope} has no package for ${process.platform} ${process.arch}.`);
  return join(packages, name);
}
