import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { documentFile, readDocument, sandboxControlFile } from '@giftoin/openapi';
import { siteDirectory } from '../src/index.ts';
import { renderPage } from './render-page.ts';

/**
 * Builds the site: the page of the API, and the page of the sandbox's control API in `sandbox/`.
 *
 * @throws {Error} if a document cannot be read or rendered
 */
export async function buildSite(directory: string = siteDirectory): Promise<void> {
  await buildDocs(directory);
  await buildDocs(join(directory, 'sandbox'), sandboxControlFile);
}

/**
 * Builds the page of a document: `index.html`, and `openapi.yaml` for download. If the build fails, existing files are kept.
 *
 * @param directory the output directory, created if it does not exist. Default: `siteDirectory`.
 * @param file the OpenAPI document. Default: the document of the Giftoin API.
 * @throws {Error} if the document cannot be read or rendered
 */
export async function buildDocs(directory: string = siteDirectory, file: string = documentFile): Promise<void> {
  const page = await renderPage(await readDocument(file));
  await mkdir(directory, { recursive: true });
  await copyFile(file, join(directory, 'openapi.yaml'));
  await writeFile(join(directory, 'index.html'), page);
}

// Run as a script: builds the site, or the page of one document if a directory and a document are passed.
if (import.meta.main) {
  const [directory, file] = process.argv.slice(2);
  try {
    await (file === undefined ? buildSite(directory) : buildDocs(directory, file));
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
