import { toMdast } from 'hast-util-to-mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import {
  type Element,
  type ElementContent,
  findElement,
  hasClass,
  listElements,
  type Page,
  type Root,
  type RootContent,
  toText,
} from './page.ts';

/** Formats the content of a page as Markdown, for programs that read it. Returns undefined for a page without content. */
export function formatMarkdown(page: Page): string | undefined {
  const heading = findElement(page.tree, ({ tagName }) => tagName === 'h1');
  const content = findElement(page.tree, (element) => hasClass(element, 'sl-markdown-content'));
  if (!heading || !content) return undefined;
  // The front page has a sentence below its heading, outside of the content.
  const tagline = findElement(page.tree, (element) => hasClass(element, 'tagline'));
  const start = tagline ? [heading, createElement('p', tagline.children)] : [heading];
  const root: Root = { type: 'root', children: [...start, ...content.children.flatMap(simplify)] };
  const text = toMarkdown(toMdast(root), { bullet: '-', rule: '-', extensions: [gfmToMarkdown()] });
  return text.replace(/\]\((\/[^)\s]*)\)/g, (_, address: string) => `](${toMarkdownAddress(address, page.path)})`);
}

/** Returns the address of the Markdown of a page: relative, like all links of the site. A reference of Redoc has none. */
function toMarkdownAddress(address: string, from: string): string {
  const [path = '', hash] = address.split('#');
  const hasMarkdown = !path.startsWith('/redoc/');
  const file = path === '/' ? '/index.md' : hasMarkdown ? path.replace(/(?<=[^/])\/$/, '.md') : path;
  // The Markdown of a page is beside its folder.
  const depth = from === '/' ? 0 : from.split('/').length - 3;
  return `${'../'.repeat(depth) || './'}${file.slice(1)}${hash === undefined ? '' : `#${hash}`}`;
}

/** Replaces what Markdown has another form for, and removes what only a browser shows. */
function simplify(node: RootContent): ElementContent[] {
  if (node.type === 'comment' || node.type === 'doctype') return [];
  if (node.type !== 'element') return [node];
  const { tagName } = node;
  if (['script', 'style', 'svg', 'button', 'noscript', 'template'].includes(tagName)) return [];
  // What only a script makes usable.
  if (node.properties.inert) return [];
  if (hasClass(node, 'sl-anchor-link') || hasClass(node, 'sr-only')) return [];
  if (hasClass(node, 'expressive-code')) return simplifyCode(node);
  if (tagName === 'starlight-tabs') return simplifyTabs(node);
  const children = node.children.flatMap(simplify);
  if (tagName === 'summary') return [createElement('p', [createElement('strong', children)])];
  // A heading that is a link to itself.
  const [link] = children;
  const isLinked = /^h\d$/.test(tagName) && link?.type === 'element' && link.tagName === 'a';
  return [{ ...node, children: isLinked ? link.children : children }];
}

/** The name of a file stands before its code. The button that copies a code block contains the code. */
function simplifyCode(node: Element): Element[] {
  const title = findElement(node, (element) => hasClass(element, 'title'));
  const name = title ? toText(title).trim() : '';
  const button = findElement(node, ({ properties }) => properties.dataCode !== undefined);
  const pre = findElement(node, ({ tagName }) => tagName === 'pre');
  const code = button ? String(button.properties.dataCode).replaceAll('\u007f', '\n') : pre ? toText(pre) : '';
  const className = [`language-${pre?.properties.dataLanguage ?? 'text'}`];
  return [
    ...(name ? [createElement('p', [createElement('code', [{ type: 'text', value: name }])])] : []),
    createElement('pre', [createElement('code', [{ type: 'text', value: code }], { className })]),
  ];
}

/** All tabs one after the other. */
function simplifyTabs(node: Element): ElementContent[] {
  const labels = listElements(node).filter(({ properties }) => properties.role === 'tab');
  const panels = [...listElements(node).filter(({ properties }) => properties.role === 'tabpanel')];
  return [...labels].flatMap((label, index) => [
    createElement('p', [createElement('strong', [{ type: 'text', value: toText(label).trim() }])]),
    ...(panels[index]?.children.flatMap(simplify) ?? []),
  ]);
}

function createElement(tagName: string, children: ElementContent[], properties: Element['properties'] = {}): Element {
  return { type: 'element', tagName, properties, children };
}
