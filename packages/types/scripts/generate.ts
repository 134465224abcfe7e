/**
 * Generates src/generated from the OpenAPI documents.
 *
 *   node scripts/generate.ts           writes the files
 *   node scripts/generate.ts --check   writes nothing and fails if a committed file is stale
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { DocumentError, documentFile, listNotes, readDocument, sandboxControlFile } from '@giftoin/openapi';
import { generateFiles } from './generate-files.ts';

const folder = new URL('../src/generated/', import.meta.url);

try {
  const api = Object.entries(await generateFiles(documentFile));
  const used = ['names.ts', 'schema.ts', 'server-operations.ts'];
  const control = Object.entries(await generateFiles(sandboxControlFile)).filter(([name]) => used.includes(name));
  const files = [...api, ...control.map(([name, text]): [string, string] => [`sandbox-control/${name}`, text])];
  await (process.argv.includes('--check') ? checkFiles(files) : writeFiles(files));
  if (!process.argv.includes('--check')) await printNotes(documentFile);
} catch (error) {
  if (!(error instanceof DocumentError)) throw error;
  fail(error.message);
}

async function writeFiles(files: readonly [string, string][]): Promise<void> {
  await mkdir(new URL('sandbox-control/', folder), { recursive: true });
  for (const [name, text] of files) await writeFile(new URL(name, folder), text);
}

/** Prints what the document contains but nothing is built from. */
async function printNotes(file: string): Promise<void> {
  for (const { place, reason } of listNotes(await readDocument(file))) console.log(`note: ${place}: ${reason}`);
}

async function checkFiles(files: readonly [string, string][]): Promise<void> {
  for (const [name, text] of files) {
    const committed = await readFile(new URL(name, folder), 'utf8').catch(() => '');
    if (committed !== text) fail(`packages/types/src/generated/${name} is stale. Run: pnpm generate`);
  }
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}
