import type { Page } from './page.ts';

/** Formats the sitemap of the pages. */
export function formatSitemap(pages: readonly Page[], site: string): string {
  const addresses = [...pages.map(({ path }) => path), '/redoc/', '/redoc/sandbox/'];
  const entries = addresses.map((path) => `  <url><loc>${site}${path.slice(1)}</loc></url>\n`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${entries.join('')}</urlset>
`;
}
