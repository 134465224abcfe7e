import { listElements, type Page } from './page.ts';

const attributes = ['href', 'src'] as const;

/**
 * Checks the links of the finished pages to pages, files and anchors of the site.
 *
 * @param files all files of the site
 * @throws {Error} that lists every broken link
 */
export function checkLinks(pages: readonly Page[], files: ReadonlySet<string>): void {
  const anchors = new Map(pages.map(({ file, tree }) => [file, new Set([...listElements(tree)].map(readId))]));
  const broken = pages.flatMap((page) => {
    return listAddresses(page).flatMap((address) => {
      const problem = findProblem(page, address, files, anchors);
      return problem === undefined ? [] : [`${page.path}: the link ${address} ${problem}`];
    });
  });
  if (broken.length > 0) throw new Error(`The site has broken links.\n${[...new Set(broken)].join('\n')}`);
}

function findProblem(
  { path }: Page,
  address: string,
  files: ReadonlySet<string>,
  anchors: ReadonlyMap<string, ReadonlySet<string>>,
): string | undefined {
  const origin = 'http://site';
  const url = new URL(address, origin + path);
  if (url.origin !== origin) return undefined;
  const file = decodeURIComponent(url.pathname.slice(1)).replace(/(^|\/)$/, '$1index.html');
  if (!files.has(file)) return `leads to ${url.pathname}, which does not exist. Correct it, or add the page.`;
  const anchor = decodeURIComponent(url.hash.slice(1));
  // Redoc reads its fragments in a script.
  if (anchor === '' || anchors.get(file)?.has(anchor) !== false) return undefined;
  return `leads to an anchor that does not exist on ${url.pathname}.`;
}

function listAddresses({ tree }: Page): string[] {
  return [...listElements(tree)].flatMap(({ properties }) => {
    return attributes.flatMap((name) => (typeof properties[name] === 'string' ? [properties[name]] : []));
  });
}

function readId({ properties }: ReturnType<typeof listElements> extends Generator<infer Item> ? Item : never): string {
  return String(properties.id ?? '');
}
