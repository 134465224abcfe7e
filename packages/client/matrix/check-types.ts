import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Consumer, createCommonJsPackage } from './consumer.ts';

const run = promisify(execFile);

const browser = { lib: ['es2022', 'dom', 'dom.iterable'], types: [] };

/** The compiler options by module resolution: of ES modules, of a bundled web page, and of CommonJS modules. */
const resolutions = {
  nodenext: { module: 'nodenext', lib: ['es2022'], types: ['node'] },
  bundler: { module: 'esnext', moduleResolution: 'bundler', ...browser },
  'node16 in a CommonJS package': { module: 'node16', ...browser },
  node10: { module: 'commonjs', moduleResolution: 'node', ...browser },
};

export type Resolution = keyof typeof resolutions;

/** The module resolutions that a version of TypeScript has. */
export function listResolutions(version: string): Resolution[] {
  const all = Object.keys(resolutions) as Resolution[];
  return all.filter((resolution) => resolution !== 'node10' || Number.parseInt(version, 10) < 7);
}

const sources = ['program.ts', 'types.ts', 'openapi-fetch-types.ts'];
// `@giftoin/types` has no CommonJS build.
const moduleSources = [...sources, 'paths-types.ts'];

/**
 * Type-checks the sources of the consumer and the declarations that they import.
 *
 * @param compiler the folder of a `typescript` package
 * @throws {Error} with the output of the compiler
 */
export async function checkTypes(compiler: string, resolution: Resolution, consumer: Consumer): Promise<void> {
  const isCommonJs = resolution.startsWith('node1');
  const folder = isCommonJs ? await createCommonJsPackage(consumer, sources) : consumer.folder;
  const { version } = JSON.parse(await readFile(join(compiler, 'package.json'), 'utf8'));
  const strict = { strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true };
  const compilerOptions = {
    ...resolutions[resolution],
    ...strict,
    target: 'es2022',
    skipLibCheck: false,
    noEmit: true,
    // TypeScript 6 requires this option for node10. Older versions reject it.
    ...(resolution === 'node10' && version.startsWith('6.') && { ignoreDeprecations: '6.0' }),
  };
  const project = join(folder, `tsconfig.${resolution.split(' ')[0]}.json`);
  await writeFile(project, JSON.stringify({ compilerOptions, files: isCommonJs ? sources : moduleSources }));
  try {
    await run(process.execPath, [join(compiler, 'bin/tsc'), '-p', project], { cwd: folder });
  } catch (error) {
    throw new Error((error as { stdout?: string }).stdout || String(error));
  }
}
