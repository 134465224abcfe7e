import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Consumer } from './consumer.ts';

const run = promisify(execFile);

/** The two ways to find a package's types, each in a project that has it: a program of Node, and a page that is bundled. */
export const resolutions = {
  nodenext: { module: 'nodenext', lib: ['es2022'], types: ['node'] },
  bundler: { module: 'esnext', moduleResolution: 'bundler', lib: ['es2022', 'dom', 'dom.iterable'], types: [] },
};

/**
 * Has a compiler check the consumer's sources, and with them the declarations of all that they import.
 *
 * @param compiler the folder of a `typescript` package
 * @throws {Error} with what the compiler says
 */
export async function checkTypes(compiler: string, resolution: keyof typeof resolutions, { folder }: Consumer) {
  const strict = { strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true };
  const compilerOptions = {
    ...resolutions[resolution],
    ...strict,
    target: 'es2022',
    skipLibCheck: false,
    noEmit: true,
  };
  const project = join(folder, `tsconfig.${resolution}.json`);
  await writeFile(project, JSON.stringify({ compilerOptions, files: ['program.ts', 'types.ts'] }));
  try {
    await run(process.execPath, [join(compiler, 'bin/tsc'), '-p', project], { cwd: folder });
  } catch (error) {
    throw new Error((error as { stdout?: string }).stdout || String(error));
  }
}
