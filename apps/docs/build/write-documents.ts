import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';

/** Writes the OpenAPI documents for download, the one of the API also as JSON. */
export async function writeDocuments(directory: string, files: { document: string; control: string }): Promise<void> {
  await copyFile(files.control, join(directory, 'sandbox-control.yaml'));
  await copyFile(files.document, join(directory, 'openapi.yaml'));
  const document = parse(await readFile(files.document, 'utf8'), { maxAliasCount: 1000 });
  await writeFile(join(directory, 'openapi.json'), `${JSON.stringify(document, null, 2)}\n`);
}
