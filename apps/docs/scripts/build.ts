import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { documentFile, type OpenApiDocument, readDocument, sandboxControlFile } from '@giftoin/openapi';
import { siteDirectory } from '../src/index.ts';
import { showSources } from './sources.ts';

/**
 * Builds the site: the page of the API, and below `sandbox/` that of the sandbox's control side.
 *
 * @throws {Error} in one line, where a document cannot be read or not be rendered
 */
export async function buildSite(directory: string = siteDirectory): Promise<void> {
  await buildDocs(directory);
  await buildDocs(join(directory, 'sandbox'), sandboxControlFile);
}

/**
 * Builds a page: `index.html`, and `openapi.yaml` for download. What is in the directory is left if it fails.
 *
 * @param directory where the page goes; made if it is not there
 * @param file the OpenAPI document
 * @throws {Error} in one line, where the document cannot be read or not be rendered
 */
export async function buildDocs(directory: string = siteDirectory, file: string = documentFile): Promise<void> {
  const page = await render(await readDocument(file));
  await mkdir(directory, { recursive: true });
  await copyFile(file, join(directory, 'openapi.yaml'));
  await writeFile(join(directory, 'index.html'), withScriptHashes(withoutOrigins(page)));
}

async function render(document: OpenApiDocument): Promise<string> {
  const work = await mkdtemp(join(tmpdir(), 'giftoin-docs-'));
  try {
    await writeFile(join(work, 'openapi.json'), JSON.stringify(showSources(document)));
    const redocly = fileURLToPath(import.meta.resolve('@redocly/cli/bin/cli.js'));
    const template = fileURLToPath(new URL('../src/template.hbs', import.meta.url));
    const options = {
      downloadUrls: [{ title: 'openapi.yaml', url: 'openapi.yaml' }],
      jsonSamplesExpandLevel: 'all',
      schemasExpansionLevel: 'all',
    };
    const parameters = [
      'build-docs',
      'openapi.json',
      '--output',
      'index.html',
      '--inlineBundle',
      '--template',
      template,
    ];
    parameters.push('--openapi', JSON.stringify(options));
    // In a directory of its own it finds no configuration; the variables keep it off the network.
    const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', NO_COLOR: '1' };
    await promisify(execFile)(process.execPath, [redocly, ...parameters], { cwd: work, env });
    return await readFile(join(work, 'index.html'), 'utf8');
  } catch (error) {
    throw new Error(`Redoc cannot render the document. ${reasonOf(error)}`);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** What a failed command wrote, in one line, without what Redocly begins with whatever happens. */
function reasonOf(error: unknown): string {
  const { stderr, message } = error as Error & { stderr?: string };
  const lines = (stderr || message).split('\n').map((line) => line.trim());
  return lines.filter((line) => line && !/^([╔║╚]|Prerendering)/.test(line)).join(' ');
}

/** Redoc's logo would come from its maker's server, and the links it renders ahead from the root of the host. */
function withoutOrigins(page: string): string {
  const logo = /https:\/\/cdn\.redoc\.ly\/redoc\/logo-mini(-full)?\.svg/g;
  return page.replace(logo, 'data:,').replace(/(<a [^>]*href=")(?=\/)/g, '$1#');
}

function withScriptHashes(page: string): string {
  const scripts = page.matchAll(/<script[^>]*>(.*?)<\/script>/gs);
  const hashes = Array.from(
    scripts,
    ([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  );
  return page.replace('{script-hashes}', hashes.join(' '));
}

// As a script it builds the site, or, where a directory and a document are named, the page of that document.
if (import.meta.main) {
  const [directory, file] = process.argv.slice(2);
  try {
    await (file === undefined ? buildSite(directory) : buildDocs(directory, file));
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
