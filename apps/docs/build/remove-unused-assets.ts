import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Deletes the scripts and style sheets of Astro that no page and no other of these files names. */
export async function removeUnusedAssets(directory: string, pages: readonly string[]): Promise<void> {
  const assets = join(directory, '_astro');
  const texts = new Map<string, string>();
  for (const name of await readdir(assets)) texts.set(name, await readFile(join(assets, name), 'utf8'));
  const isUsed = (name: string): boolean =>
    pages.some((page) => page.includes(name)) ||
    [...texts].some(([other, text]) => other !== name && text.includes(name) && isUsed(other));
  const unused = [...texts.keys()].filter((name) => !isUsed(name));
  await Promise.all(unused.map((name) => rm(join(assets, name))));
}
