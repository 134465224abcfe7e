/**
 * Writes world.schema.json from the document of the control side.
 *
 *   node scripts/generate.ts           writes it
 *   node scripts/generate.ts --check   fails where what is committed is stale, and writes nothing
 */
import { readFile, writeFile } from 'node:fs/promises';
import { readDocument, sandboxControlFile } from '@giftoin/openapi';
import { worldSchemaFile } from '../src/world/world-schema.ts';
import { worldSchemaOf } from './world-schema.ts';

const text = `${JSON.stringify(worldSchemaOf(await readDocument(sandboxControlFile)), null, 2)}\n`;
if (!process.argv.includes('--check')) await writeFile(worldSchemaFile, text);
else if ((await readFile(worldSchemaFile, 'utf8').catch(() => '')) !== text) {
  console.error('apps/sandbox/world.schema.json is stale. Run: pnpm generate');
  process.exitCode = 1;
}
