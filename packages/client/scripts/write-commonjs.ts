import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { transform } from 'esbuild';

/** Writes a CommonJS module with declarations beside every built ES module. */
export async function writeCommonJs(dist: string): Promise<void> {
  const names = await readdir(dist);
  const convert = async (extension: string, to: string, toText: (text: string) => Promise<string> | string) => {
    const matching = names.filter((name) => name.endsWith(extension) && !name.endsWith(`.d${extension}`));
    for (const name of matching) {
      const text = await toText(await readFile(join(dist, name), 'utf8'));
      await writeFile(join(dist, name.slice(0, -extension.length) + to), text);
    }
  };
  await convert('.js', '.cjs', async (text) => (await transform(text, { format: 'cjs', target: 'es2022' })).code);
  await convert('.d.ts', '.d.cts', (text) => text.replaceAll(/(?<=from "\.\/[\w-]+)\.js(?=")/g, '.cjs'));
}
