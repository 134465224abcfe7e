import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { documentFile, readDocument, sandboxControlFile } from '@giftoin/openapi';
import { siteDirectory } from '../src/server/index.ts';
import { finishPages } from './finish-pages.ts';
import { writeReferences } from './redoc/write-references.ts';
import { runAstro } from './run-astro.ts';
import { writeDocuments } from './write-documents.ts';

export interface BuildOptions {
  /** The output directory. Default: `dist`. */
  readonly directory?: string | undefined;
  /** The OpenAPI document. Default: the document of the Giftoin API. */
  readonly document?: string | undefined;
  /** The public address of the site. If it is omitted, the pages have no canonical links, and there is no sitemap. */
  readonly site?: string | undefined;
}

/** Astro and Vite find the packages they need from here, and Git ignores it. */
const temporary = fileURLToPath(new URL('../node_modules/.site', import.meta.url));

/**
 * Builds the site. If the build fails, an existing site is kept.
 *
 * @throws {Error} if the document cannot be read or rendered, or if a link of the site is broken
 */
export async function buildSite(options: BuildOptions = {}): Promise<void> {
  const directory = resolve(options.directory ?? siteDirectory);
  const document = resolve(options.document ?? documentFile);
  // Astro would wrap this error in pages of output.
  await readDocument(document);
  await mkdir(temporary, { recursive: true });
  const folder = await mkdtemp(join(temporary, 'build-'));
  const output = join(folder, 'output');
  try {
    const references = join(folder, 'references');
    // If one fails, the other must end too before its folder is deleted.
    const failure = new AbortController();
    const fail = (error: unknown) => failure.abort(error);
    await Promise.all([
      runAstro({ outDir: output, cacheDir: join(folder, 'cache'), document }, failure.signal).catch(fail),
      writeReferences(references, { api: document, control: sandboxControlFile }).catch(fail),
    ]);
    failure.signal.throwIfAborted();
    await rename(references, join(output, 'redoc'));
    await writeDocuments(output, { document, control: sandboxControlFile });
    await finishPages(output, options.site?.replace(/\/?$/, '/'));
    await mkdir(dirname(directory), { recursive: true });
    await rm(directory, { recursive: true, force: true });
    await cp(output, directory, { recursive: true });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
