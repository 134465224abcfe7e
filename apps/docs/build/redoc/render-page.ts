import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { OpenApiDocument } from '@giftoin/openapi';
import { addSources } from './add-sources.ts';

/**
 * Renders a document as an HTML page that sends no requests to other origins.
 *
 * @param download the address of the document, for download
 * @throws {Error} if Redoc cannot render the document
 */
export async function renderPage(document: OpenApiDocument, download: string): Promise<string> {
  const page = await renderWithRedoc(document, download);
  return addScriptHashes(removeExternalUrls(page.replaceAll('{document}', download)));
}

async function renderWithRedoc(document: OpenApiDocument, download: string): Promise<string> {
  // Redocly finds no configuration in a new directory.
  const cwd = await mkdtemp(join(tmpdir(), 'giftoin-docs-'));
  try {
    await writeFile(join(cwd, 'openapi.json'), JSON.stringify(addSources(document)));
    const redocly = fileURLToPath(import.meta.resolve('@redocly/cli/bin/cli.js'));
    const template = fileURLToPath(new URL('template.hbs', import.meta.url));
    const options = {
      downloadUrls: [{ title: basename(download), url: download }],
      jsonSamplesExpandLevel: 'all',
      schemasExpansionLevel: 'all',
    };
    const args = ['build-docs', 'openapi.json', '--output', 'index.html', '--inlineBundle', '--template', template];
    args.push('--openapi', JSON.stringify(options));
    // The first two variables prevent requests to the network.
    const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', NO_COLOR: '1' };
    await promisify(execFile)(process.execPath, [redocly, ...args], { cwd, env });
    return await readFile(join(cwd, 'index.html'), 'utf8');
  } catch (error) {
    throw new Error(`Redoc cannot render the document. ${formatReason(error)}`);
  } finally {
    await rm(cwd, { recursive: true, force: true });
  }
}

/** Formats the output of a failed command as one line, without the lines that Redocly always prints. */
function formatReason(error: unknown): string {
  const { stderr, message } = error as Error & { stderr?: string };
  const lines = (stderr || message).split('\n').map((line) => line.trim());
  return lines.filter((line) => line && !/^([╔║╚]|Prerendering)/.test(line)).join(' ');
}

/** Removes Redoc's logo, which another server hosts, and makes prerendered links relative to the page instead of the host. */
function removeExternalUrls(page: string): string {
  const logo = /https:\/\/cdn\.redoc\.ly\/redoc\/logo-mini(-full)?\.svg/g;
  return page.replace(logo, 'data:,').replace(/(<a [^>]*href=")(?=\/)/g, '$1#');
}

/** Adds the hashes of the scripts to the content security policy of the page. */
function addScriptHashes(page: string): string {
  const scripts = page.matchAll(/<script[^>]*>(.*?)<\/script>/gs);
  const hashes = Array.from(
    scripts,
    ([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  );
  return page.replace('{script-hashes}', hashes.join(' '));
}
