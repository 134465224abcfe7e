import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPacked } from '@giftoin/packing';
import { build, transform } from 'esbuild';

/** A project outside the workspace in which the packed client is installed. */
export interface Consumer {
  readonly folder: string;
  readonly tarballs: readonly string[];
  remove(): Promise<void>;
}

const sources = fileURLToPath(new URL('consumer/', import.meta.url));

export async function createConsumer(): Promise<Consumer> {
  const folder = await mkdtemp(join(tmpdir(), 'giftoin-consumer-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const { version } = JSON.parse(
      await readFile(fileURLToPath(import.meta.resolve('@types/node/package.json')), 'utf8'),
    );
    const tarballs = await installPacked({
      packages: ['@giftoin/client', '@giftoin/rules'],
      folder,
      otherPackages: [`@types/node@${version}`],
    });
    await cp(sources, folder, { recursive: true });
    const program = await readFile(join(folder, 'program.ts'), 'utf8');
    await mkdir(join(folder, 'compiled'));
    for (const [format, name] of [['esm', 'program.js'] as const, ['cjs', 'program.cjs'] as const]) {
      await writeFile(join(folder, 'compiled', name), (await transform(program, { loader: 'ts', format })).code);
    }
    return { folder, tarballs, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** Bundles a module of the consumer with everything it imports, as for a browser or workerd. */
export async function bundleModule({ folder }: Consumer, name: string): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: folder,
    entryPoints: [name],
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    jsx: 'automatic',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

/**
 * Creates a package without `"type": "module"` in the folder of the consumer, with the same dependencies.
 *
 * @param files sources of the consumer to copy
 */
export async function createCommonJsPackage(consumer: Consumer, files: readonly string[]): Promise<string> {
  const folder = join(consumer.folder, 'commonjs');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), '{"private":true}');
  for (const name of files) await cp(join(consumer.folder, name), join(folder, name));
  return folder;
}

/**
 * Gives a folder of the consumer the packages of an installation in the cache, in addition to those of the consumer.
 *
 * @param installed the folder of a package that `installPackage` returned
 * @returns the path of the folder
 */
export async function linkPackages(consumer: Consumer, name: string, installed: string): Promise<string> {
  const folder = join(consumer.folder, name);
  await mkdir(folder, { recursive: true });
  await symlink(/^.*node_modules/.exec(installed)?.[0] ?? '', join(folder, 'node_modules'), 'dir');
  return folder;
}
