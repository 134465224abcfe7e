/**
 * Builds what is published: for each entry an ES module, a CommonJS module, and declarations of both. They contain the
 * packages of this workspace that the client imports, so that the client can be installed alone. The files are not
 * minified, so that stack traces are readable.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { rolldown } from 'rolldown';
import { dts } from 'rolldown-plugin-dts';
import { writeCommonJs } from './write-commonjs.ts';

const folder = fileURLToPath(new URL('..', import.meta.url));
// A program can contain the JavaScript of several entries, because they share only constants and pure functions.
const entries = {
  index: 'src/index.ts',
  'openapi-fetch': 'src/openapi-fetch.ts',
  testing: 'src/testing.ts',
  webhooks: 'src/webhooks.ts',
};
const external = ['openapi-fetch'];

await rm(join(folder, 'dist'), { recursive: true, force: true });
const { status } = spawnSync('tsc', ['-b', 'tsconfig.build.json'], { cwd: folder, stdio: 'inherit' });
// The compiler has printed why.
if (status !== 0) process.exit(1);
await build({
  absWorkingDir: folder,
  entryPoints: entries,
  outdir: 'dist',
  bundle: true,
  external,
  format: 'esm',
  platform: 'neutral',
  target: 'es2022',
});
const declarations = await rolldown({
  cwd: folder,
  input: Object.fromEntries(Object.keys(entries).map((name) => [name, `dist/declarations/${name}.d.ts`])),
  external,
  // `oxc` needs no compiler API. It has nothing to generate: the input consists of declarations.
  plugins: [
    { name: 'published-declarations', resolveId: { order: 'pre', handler: findDeclarations } },
    dts({ dtsOnly: true, generator: 'oxc', tsconfig: false }),
  ],
});
// What both entries use is in a file of its own, so that it is the same type in both.
await declarations.write({ dir: join(folder, 'dist'), chunkFileNames: 'types.d.ts' });
await rm(join(folder, 'dist/declarations'), { recursive: true });
await writeCommonJs(join(folder, 'dist'));

/** Returns the built declarations of an export of a workspace package. Its exports in the workspace are its sources. */
function findDeclarations(specifier: string): string | undefined {
  if (!specifier.startsWith('@giftoin/')) return undefined;
  const [scope, name, ...rest] = specifier.split('/');
  const manifest = findManifest(fileURLToPath(import.meta.resolve(`${scope}/${name}`)));
  const { publishConfig } = JSON.parse(readFileSync(manifest, 'utf8'));
  const file: string | undefined = publishConfig?.exports[['.', ...rest].join('/')];
  if (!file)
    throw new Error(`${specifier} is not published, so the client cannot contain it. Add it to publishConfig.exports.`);
  return join(dirname(manifest), file.replace(/\.js$/, '.d.ts'));
}

function findManifest(file: string): string {
  return join(file.slice(0, file.lastIndexOf('/src/')), 'package.json');
}
