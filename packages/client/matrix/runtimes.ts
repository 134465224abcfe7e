import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { installFlags } from '@giftoin/packing';

const run = promisify(execFile);
const cache = fileURLToPath(new URL('../node_modules/.cache/matrix/', import.meta.url));

/** What the matrix runs on, in the newest versions that the registry installs; nobody else needs them. */
export const versions = {
  node: ['20.20.2', '22.23.3', '24.21.0', '26.10.0'],
  bun: '1.4.5',
  deno: '2.9.6',
  miniflare: '4.20260730.0',
  typescript: ['5.9.3', '6.0.3', '7.0.2'],
} as const;

/**
 * The folder of a package that is installed when it is first asked for, and kept. Nothing of it runs on the way: what it
 * needs comes in packages.
 *
 * @throws {Error} where the registry does not have it
 */
export async function installed(name: string, version: string): Promise<string> {
  const place = join(cache, `${name.replace('/', '+')}@${version}`);
  const folder = join(place, 'node_modules', name);
  if (existsSync(folder)) return folder;
  await mkdir(cache, { recursive: true });
  // Moved into place whole, so that an interrupted installation counts for nothing.
  const making = await mkdtemp(join(cache, 'making-'));
  try {
    await writeFile(join(making, 'package.json'), '{"private":true}');
    await run('npm', [...installFlags, `${name}@${version}`], { cwd: making });
    await rename(making, place);
  } catch (error) {
    await rm(making, { recursive: true, force: true });
    const said = /npm error (?!code)(.*)/.exec((error as { stderr?: string }).stderr ?? '')?.[1] ?? error;
    throw new Error(`${name}@${version} cannot be installed: ${said}`);
  }
  return folder;
}

/** The program itself: the `node` package would have npm install it again from a script. */
export async function nodeBinary(version: string): Promise<string> {
  const isAppleSilicon = process.platform === 'darwin' && process.arch === 'arm64';
  const name = `${isAppleSilicon ? 'node-bin' : 'node'}-${process.platform}-${process.arch}`;
  return join(await installed(name, version), 'bin/node');
}

/** Bun and Deno put theirs into a package for each platform, of which npm installs the one that fits. */
export async function bunBinary(): Promise<string> {
  return join(await platformPackage(await installed('bun', versions.bun), '@oven'), 'bin/bun');
}

export async function denoBinary(): Promise<string> {
  return join(await platformPackage(await installed('deno', versions.deno), '@deno'), 'deno');
}

async function platformPackage(folder: string, scope: string): Promise<string> {
  const packages = join(folder, '..', scope);
  const [name] = existsSync(packages) ? await readdir(packages) : [];
  if (name === undefined) throw new Error(`There is no package of ${scope} for ${process.platform} ${process.arch}.`);
  return join(packages, name);
}
