/**
 * Bundles the published JavaScript, next to the declarations that `tsc` writes. There is one file for each entry, because
 * every imported file takes almost a millisecond to load. The files are not minified, so that stack traces are readable.
 */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const folder = fileURLToPath(new URL('..', import.meta.url));

await build({
  absWorkingDir: folder,
  // The two entries share only constants and pure functions, so a program can contain both copies.
  entryPoints: ['src/index.ts', 'src/testing.ts'],
  outdir: 'dist',
  bundle: true,
  external: ['openapi-fetch'],
  format: 'esm',
  platform: 'neutral',
  target: 'es2022',
});
