import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Consumer } from './consumer.ts';

const run = promisify(execFile);

/** The compiler options of a Node.js program and of a bundled web page, by module resolution. */
export const resolutions = {
  nodenext: { module: 'nodenext', lib: ['es2022'], types: ['node'] },
  bundler: { module: 'esnext', moduleResolution: 'bundler', lib: ['es2022', 'dom', 'dom.iterable'], types: [] },
};

/**
 * Type-checks the sources of the consumer and the declarations that they import.
 *
 * @param compiler the folder of a `typescript` package
 * @throws {Error} with the output of the compiler
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
