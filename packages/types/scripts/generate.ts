/**
 * Writes src/generated/schema.ts from the OpenAPI document.
 *
 *   node scripts/generate.ts           writes it
 *   node scripts/generate.ts --check   fails where the committed one is stale, and writes nothing
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { DocumentError } from '@giftoin/openapi';
import { generateSchema } from './schema.ts';

const file = new URL('../src/generated/schema.ts', import.meta.url);

try {
  const fresh = await generateSchema();
  if (process.argv.includes('--check')) {
    const committed = await readFile(file, 'utf8').catch(() => '');
    if (committed !== fresh) fail('packages/types/src/generated/schema.ts is stale. Run: pnpm generate');
  } else {
    await mkdir(new URL('.', file), { recursive: true });
    await writeFile(file, fresh);
    console.log(`wrote ${fileURLToPath(file)}`);
  }
} catch (error) {
  if (!(error instanceof DocumentError)) throw error;
  fail(error.message);
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}
