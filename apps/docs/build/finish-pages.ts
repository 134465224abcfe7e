import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleScripts } from './bundle-scripts.ts';
import { checkLinks } from './check-links.ts';
import { addContentSecurityPolicy } from './content-security-policy.ts';
import { formatLlms, toMarkdownFile } from './format-llms.ts';
import { formatMarkdown } from './format-markdown.ts';
import { formatSitemap } from './format-sitemap.ts';
import { addToHead, replaceStartTags } from './html.ts';
import { inlinePrintStyles } from './inline-print-styles.ts';
import { type Page, parsePage } from './page.ts';
import { addBasePath, makeLinksRelative } from './relative-links.ts';
import { removeUnusedAssets } from './remove-unused-assets.ts';

const notFound = '404.html';

/**
 * Finishes the pages that Astro has rendered, and writes the files for programs beside them.
 *
 * @param site the public address of the site, with a slash at its end. Undefined: not known
 * @throws {Error} if a link of the site is broken
 */
export async function finishPages(directory: string, site: string | undefined): Promise<void> {
  const pages = await readPages(directory);
  const finished: Page[] = [];
  const add = (file: string, text: string) => writeFile(join(directory, file), text);
  for (const page of await bundleScripts(pages, directory)) {
    const markdown = page.file === notFound ? undefined : formatMarkdown(page);
    if (markdown !== undefined) await add(toMarkdownFile(page.path), markdown);
    const withPrint = { ...page, html: await inlinePrintStyles(page.html, directory) };
    const html = finishPage(withPrint, site, markdown !== undefined);
    await add(page.file, html);
    finished.push(parsePage(page.file, html));
  }
  await removeUnusedAssets(
    directory,
    finished.map(({ html }) => html),
  );
  await add('llms.txt', formatLlms(pages, site ?? ''));
  if (site !== undefined) await add('sitemap.xml', formatSitemap(pages.filter(isPublic), site));
  checkLinks(finished.filter(isPublic), new Set(await listFiles(directory)));
}

function isPublic({ file }: Page): boolean {
  return file !== notFound;
}

function finishPage(page: Page, site: string | undefined, hasMarkdown: boolean): string {
  if (page.file === notFound) {
    // A host returns this page for every path that does not exist, so relative addresses lead nowhere.
    return addContentSecurityPolicy(addBasePath(page.html, site ? new URL(site).pathname : '/'));
  }
  const tags = [
    ...(hasMarkdown ? [`<link rel="alternate" type="text/markdown" href="/${toMarkdownFile(page.path)}"/>`] : []),
    ...(site ? createAddressTags(site, page.path) : []),
  ];
  return addContentSecurityPolicy(
    makeScrollAreasFocusable(makeLinksRelative(addToHead(page.html, tags.join('')), page.path)),
  );
}

/** The elements that need the public address of the site. `scripts/draw-open-graph-image.ts` draws the image. */
function createAddressTags(site: string, path: string): string[] {
  const address = site + path.slice(1);
  const properties = {
    'og:url': address,
    'og:image': `${site}open-graph.png`,
    'og:image:width': '1200',
    'og:image:height': '630',
    'og:image:alt': 'Show your users their progress. A progress card with cards, a progress bar and a reward.',
  };
  return [
    `<link rel="canonical" href="${address}"/>`,
    ...Object.entries(properties).map(([name, content]) => `<meta property="${name}" content="${content}"/>`),
  ];
}

/** Reads all pages but those of Redoc, which are finished. */
async function readPages(directory: string): Promise<Page[]> {
  const files = (await listFiles(directory)).filter((file) => file.endsWith('.html') && !file.startsWith('redoc/'));
  return Promise.all(files.sort().map(async (file) => parsePage(file, await readFile(join(directory, file), 'utf8'))));
}

async function listFiles(directory: string): Promise<string[]> {
  const files = await Array.fromAsync(glob('**/*.*', { cwd: directory }));
  return files.map((file) => file.replaceAll('\\', '/'));
}

/**
 * Lets a keyboard scroll long lines of code and wide tables. A script of Starlight does it too for code, but late, and only with
 * JavaScript.
 */
function makeScrollAreasFocusable(page: string): string {
  return replaceStartTags(page, (tag) => tag.replace(/^<(pre|table)(?=[\s>])(?!.*\stabindex=)/, '<$1 tabindex="0"'));
}
