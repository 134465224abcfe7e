/**
 * Takes the screenshots of the README of the repository. Build the site first.
 *
 *   node scripts/take-readme-screenshots.ts   writes screenshots/*.png
 */
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { openBrowser } from '@giftoin/browser';
import { startDocs } from '../src/server/index.ts';

const folder = fileURLToPath(new URL('../screenshots', import.meta.url));
const pages = { 'front-page': '/', explorer: '/explorer/' };

await mkdir(folder, { recursive: true });
const docs = await startDocs({ port: 0 });
const { browser, close } = await openBrowser();
try {
  for (const [name, path] of Object.entries(pages)) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, colorScheme: 'light' });
    await page.goto(docs.url + path, { waitUntil: 'networkidle' });
    await page.screenshot({ path: `${folder}/${name}.png` });
  }
} finally {
  await Promise.all([close(), docs.close()]);
}
