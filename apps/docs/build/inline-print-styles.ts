import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Puts the styles for printing into a page. Astro puts all other styles of Starlight there, but Starlight links these. */
export async function inlinePrintStyles(page: string, directory: string): Promise<string> {
  const [link, href] = /<link rel="stylesheet" href="([^"]+)" media="print">/.exec(page) ?? [];
  if (link === undefined || href === undefined) return page;
  const styles = await readFile(join(directory, href), 'utf8');
  return page.replace(link, () => `<style media="print">${styles}</style>`);
}
