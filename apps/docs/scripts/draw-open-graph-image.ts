/**
 * Draws the image that previews of the front page show: the start of the page, at the size that they expect. Build the site first.
 *
 *   node scripts/draw-open-graph-image.ts   writes public/open-graph.png
 */
import { fileURLToPath } from 'node:url';
import { openBrowser } from '@giftoin/browser';
import { startDocs } from '../src/server/index.ts';

const file = fileURLToPath(new URL('../public/open-graph.png', import.meta.url));
const style = `
  header, .hero .actions, .sl-markdown-content, footer { display: none !important; }
  :root { --sl-nav-height: 0px; --sl-content-width: 1040px; }
  .hero { height: 630px; padding-block: 0; align-content: center; grid-template-columns: 1fr 400px; gap: 64px; }
`;

const docs = await startDocs({ port: 0 });
const { browser, close } = await openBrowser();
try {
  const page = await browser.newPage({ viewport: { width: 1200, height: 630 }, colorScheme: 'light', bypassCSP: true });
  await page.goto(docs.url);
  await page.addStyleTag({ content: style });
  await page.screenshot({ path: file });
} finally {
  await Promise.all([close(), docs.close()]);
}
