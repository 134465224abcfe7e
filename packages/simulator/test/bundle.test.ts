import { gzipSync } from 'node:zlib';
import { serverOperations } from '@giftoin/types/server-operations';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

/** Bundles a program for a page, where nothing of Node.js can be resolved. */
async function bundle(program: string) {
  const result = await build({
    stdin: { contents: program, resolveDir: import.meta.dirname, loader: 'ts' },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    write: false,
    metafile: true,
  });
  const inputs = Object.values(result.metafile.outputs).flatMap((output) => Object.keys(output.inputs));
  return { size: gzipSync(result.outputFiles[0]?.contents ?? '', { level: 9 }).length, inputs };
}

const program = `
  import { createGiftoinClient } from '@giftoin/client';
  import { createSimulator } from '@giftoin/simulator';
  export { createGiftoinClient, createSimulator };
`;

// Each operation of the document has its parameters, its schemas and an example in the bundle, and those of its request body.
const parts = serverOperations.flatMap((operation) =>
  'requestBody' in operation ? ['operation', 'body'] : ['operation'],
);
const maximumSize = 28_000 + 500 * parts.length;

test('a page can bundle the client and the simulator: no import of Node.js, no Ajv, and of the promised size', async () => {
  const { size, inputs } = await bundle(program);
  console.log(`client and simulator: ${(size / 1_000).toFixed(1)} kB (minified, gzip)`);
  expect(inputs.filter((path) => /\bajv\b|openapi\/src|apps\/sandbox/.test(path))).toEqual([]);
  expect(size).toBeLessThan(maximumSize);
});

test('the control client does not contain the simulator', async () => {
  const { size } = await bundle(`export { createSandboxControl } from '@giftoin/simulator/control';`);
  console.log(`control client: ${(size / 1_000).toFixed(1)} kB (minified, gzip)`);
  expect(size).toBeLessThan(3_000);
});
