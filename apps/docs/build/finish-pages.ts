import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addContentSecurityPolicy } from './content-security-policy.ts';
import { replaceStartTags } from './html.ts';
import { addBasePath, makeLinksRelative } from './relative-links.ts';

/** Finishes the pages that Astro has rendered. */
export async function finishPages(directory: string, { site }: { site: string | undefined }): Promise<void> {
  for await (const file of glob('**/*.html', { cwd: directory, exclude: (name) => name === 'redoc' })) {
    const page = await readFile(join(directory, file), 'utf8');
    await writeFile(join(directory, file), finishPage(page, file, site));
  }
}

function finishPage(page: string, file: string, site: string | undefined): string {
  const isNotFound = file === '404.html';
  // A host returns this page for every path that does not exist, so relative addresses lead nowhere.
  const linked = isNotFound
    ? addBasePath(page, site ? new URL(site).pathname : '/')
    : makeLinksRelative(page, `/${file.replace(/index\.html$/, '')}`);
  return addContentSecurityPolicy(makeCodeFocusable(linked));
}

/** Lets a keyboard scroll long lines of code. A script of Starlight does it too, but late, and only with JavaScript. */
function makeCodeFocusable(page: string): string {
  return replaceStartTags(page, (tag) => tag.replace(/^<pre(?=[\s>])(?!.*\stabindex=)/, '<pre tabindex="0"'));
}
