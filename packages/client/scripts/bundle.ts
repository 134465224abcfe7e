/**
 * Writes the JavaScript that is published, beside the declarations that `tsc` wrote: a file for each entry, because every
 * file that a program imports costs it most of a millisecond. It is not minified: stack traces lead to names.
 */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const folder = fileURLToPath(new URL('..', import.meta.url));

await build({
  absWorkingDir: folder,
  // The two share constants alone, so nothing is amiss where a program has them twice.
  entryPoints: ['src/index.ts', 'src/testing.ts'],
  outdir: 'dist',
  bundle: true,
  external: ['openapi-fetch'],
  format: 'esm',
  platform: 'neutral',
  target: 'es2022',
});
