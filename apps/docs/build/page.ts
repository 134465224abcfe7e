import { fromHtml } from 'hast-util-from-html';

/** The tree of an HTML page. */
export type Root = ReturnType<typeof fromHtml>;
export type RootContent = Root['children'][number];
export type Element = Extract<RootContent, { type: 'element' }>;
export type ElementContent = Element['children'][number];

/** A rendered page of the site. */
export interface Page {
  /** The file in the output directory, for example `guides/roblox/index.html`. */
  readonly file: string;
  /** The path from the root of the site, for example `/guides/roblox/`. */
  readonly path: string;
  readonly html: string;
  readonly tree: Root;
}

export function parsePage(file: string, html: string): Page {
  return { file, path: `/${file.replace(/index\.html$/, '')}`, html, tree: fromHtml(html) };
}

/** Lists the elements of a tree in document order. */
export function* listElements(node: Root | RootContent): Generator<Element> {
  if (node.type === 'element') yield node;
  if (!('children' in node)) return;
  for (const child of node.children) yield* listElements(child);
}

export function findElement(node: Root | RootContent, isMatch: (element: Element) => boolean): Element | undefined {
  return listElements(node).find(isMatch);
}

export function hasClass({ properties }: Element, name: string): boolean {
  return Array.isArray(properties.className) && properties.className.includes(name);
}

/** Returns the text in a node. */
export function toText(node: Root | RootContent): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(toText).join('') : '';
}

/** Returns the content of a `meta` element. */
export function readMeta({ tree }: Page, name: string): string | undefined {
  const meta = findElement(tree, ({ tagName, properties }) => {
    return tagName === 'meta' && (properties.name === name || properties.property === name);
  });
  return meta && String(meta.properties.content);
}
