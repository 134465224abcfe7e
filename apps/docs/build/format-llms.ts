import { type Element, findElement, hasClass, listElements, type Page, readMeta, toText } from './page.ts';

/**
 * Formats `llms.txt`: the pages of the site in the order of the navigation, each with its description and the address of its
 * Markdown.
 *
 * @param root the address of the site, or an empty text for relative addresses
 */
export function formatLlms(pages: readonly Page[], root: string): string {
  const start = pages.find(({ path }) => path === '/');
  const described = pages.find((page) => findSidebar(page));
  const groups = described ? readGroups(described) : [];
  const sections = groups.map(({ label, addresses }) => {
    const lines = addresses.flatMap((address) => {
      const page = pages.find(({ path }) => path === address);
      if (page)
        return [`- [${readTitle(page)}](${root}${toMarkdownFile(page.path)}): ${readMeta(page, 'description')}`];
      return /\.(json|yaml)$/.test(address) ? [`- [${address.slice(1)}](${root}${address.slice(1)})`] : [];
    });
    return lines.length === 0 ? '' : `## ${label}\n\n${lines.join('\n')}`;
  });
  const head = start ? `# ${readTitle(start)}\n\n> ${readMeta(start, 'description')}` : '';
  return `${[head, ...sections].filter(Boolean).join('\n\n')}\n`;
}

/** The file with the Markdown of a page, for example `guides/roblox.md`. */
export function toMarkdownFile(path: string): string {
  return path === '/' ? 'index.md' : `${path.slice(1).replace(/\/$/, '')}.md`;
}

function readTitle(page: Page): string {
  const heading = findElement(page.tree, ({ tagName }) => tagName === 'h1');
  return heading ? toText(heading).trim() : page.path;
}

function findSidebar({ tree }: Page): Element | undefined {
  return findElement(tree, (element) => element.tagName === 'nav' && hasClass(element, 'sidebar'));
}

interface Group {
  readonly label: string;
  readonly addresses: string[];
}

/** Reads the groups of the navigation. A link outside the groups is in a group of its own name. */
function readGroups(page: Page): Group[] {
  const groups: Group[] = [];
  const sidebar = findSidebar(page);
  const grouped = new Set<Element>();
  for (const element of sidebar ? listElements(sidebar) : []) {
    if (element.tagName === 'details') {
      const summary = findElement(element, ({ tagName }) => tagName === 'summary');
      const links = [...listElements(element)].filter(({ tagName }) => tagName === 'a');
      // A group in a group.
      if (links.some((link) => grouped.has(link))) continue;
      for (const link of links) grouped.add(link);
      groups.push({ label: summary ? toText(summary).trim() : '', addresses: links.map(readAddress) });
    }
    if (element.tagName === 'a' && !grouped.has(element)) {
      groups.push({ label: toText(element).trim(), addresses: [readAddress(element)] });
    }
  }
  return groups;
}

function readAddress({ properties }: Element): string {
  return String(properties.href);
}
