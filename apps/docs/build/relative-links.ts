import { replaceStartTags } from './html.ts';

const attribute = /(\s(?:href|src|data-root|component-url|renderer-url)=)(["'])(\/(?!\/)[^"']*)\2/g;

/**
 * Makes the addresses of the own site in a page relative, so that it can be served under any path.
 *
 * @param path the path of the page, for example `/guides/roblox/`
 */
export function makeLinksRelative(page: string, path: string): string {
  return rewriteLinks(page, (address) => toRelative(address, path));
}

/** Puts the path of the site before the addresses in a page that a host can return for any path, for example its 404 page. */
export function addBasePath(page: string, base: string): string {
  return rewriteLinks(page, (address) => base.replace(/\/$/, '') + address);
}

function rewriteLinks(page: string, rewrite: (address: string) => string): string {
  return replaceStartTags(page, (tag) =>
    tag.replace(attribute, (_, name: string, quote: string, address: string) => {
      return `${name}${quote}${rewrite(address)}${quote}`;
    }),
  );
}

function toRelative(address: string, path: string): string {
  const depth = path.split('/').length - 2;
  return (depth === 0 ? './' : '../'.repeat(depth)) + address.slice(1);
}
