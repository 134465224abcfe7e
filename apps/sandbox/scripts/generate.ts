/**
 * Generates world.schema.json from the document of the control API.
 *
 *   node scripts/generate.ts           writes the file
 *   node scripts/generate.ts --check   fails if the committed file is stale
 */
import { readFile, writeFile } from 'node:fs/promises';
import { readDocument, sandboxControlFile } from '@giftoin/openapi';
import { worldSchemaFile } from '../src/world-schema-file.ts';
import { createWorldSchema } from './create-world-schema.ts';

const text = `${JSON.stringify(createWorldSchema(await readDocument(sandboxControlFile)), null, 2)}\n`;
if (!process.argv.includes('--check')) await writeFile(worldSchemaFile, text);
else if ((await readFile(worldSchemaFile, 'utf8').catch(() => '')) !== text) {
  console.error('apps/sandbox/world.schema.json is stale. Run: pnpm generate');
  process.exitCode = 1;
}
