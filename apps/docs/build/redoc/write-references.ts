import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readDocument } from '@giftoin/openapi';
import { renderPage } from './render-page.ts';

/**
 * Writes the references that Redoc renders: the one of the API, and the one of the sandbox's control API in `sandbox/`.
 *
 * @throws {Error} if a document cannot be read or rendered
 */
export async function writeReferences(directory: string, files: { api: string; control: string }): Promise<void> {
  await mkdir(join(directory, 'sandbox'), { recursive: true });
  const api = await renderPage(await readDocument(files.api), '../openapi.yaml');
  const control = await renderPage(await readDocument(files.control), '../../sandbox-control.yaml');
  await writeFile(join(directory, 'index.html'), api);
  await writeFile(join(directory, 'sandbox/index.html'), control);
}
