/** The start tag of an element. Astro and Redoc write `<` as `&lt;` everywhere else. */
const startTag = /<[a-z][^\s/>]*(?:\s+[^\s=>]+(?:=(?:"[^"]*"|'[^']*'|[^\s>]*))?)*\s*\/?>/gi;

/** Replaces start tags in a page. The contents of scripts are kept. */
export function replaceStartTags(page: string, replace: (tag: string) => string): string {
  const parts = page.split(/(<script\b[^>]*>[\s\S]*?<\/script>)/i);
  return parts
    .map((part, index) => {
      if (index % 2 === 0) return part.replace(startTag, replace);
      const end = part.indexOf('>') + 1;
      return replace(part.slice(0, end)) + part.slice(end);
    })
    .join('');
}

/** Lists the contents of the scripts in a page. A script with a `src` has none. */
export function listInlineScripts(page: string): string[] {
  return Array.from(page.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/gi), ([, text = '']) => text).filter(Boolean);
}

const charset = '<meta charset="utf-8"/>';

/** Adds elements to the start of the head of a page, after the encoding, which comes first. */
export function addToHead(page: string, elements: string): string {
  if (!page.includes(charset)) throw new Error(`A page has no ${charset}.`);
  return page.replace(charset, () => charset + elements);
}
