/**
 * Takes the screenshots of the README of the repository. Build the site first.
 *
 *   node scripts/take-readme-screenshots.ts   writes screenshots/*.webp
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { openBrowser } from '@giftoin/browser';
import type { Page } from 'playwright-core';
import { startDocs } from '../src/server/index.ts';

const folder = fileURLToPath(new URL('../screenshots', import.meta.url));
const pages = { 'front-page': '/', explorer: '/explorer/' };

await mkdir(folder, { recursive: true });
const docs = await startDocs({ port: 0 });
const { browser, close } = await openBrowser();
try {
  const converter = await browser.newPage();
  for (const [name, path] of Object.entries(pages)) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, colorScheme: 'light' });
    await page.goto(docs.url + path, { waitUntil: 'networkidle' });
    await writeFile(`${folder}/${name}.webp`, await convertToWebp(converter, await page.screenshot()));
  }
} finally {
  await Promise.all([close(), docs.close()]);
}

/** Converts a picture in a browser: a WebP has a fraction of the size of a PNG. */
async function convertToWebp(page: Page, png: Buffer): Promise<Buffer> {
  const url = await page.evaluate(
    async (source) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = image.naturalWidth;
      canvas.height = image.naturalHeight;
      canvas.getContext('2d')?.drawImage(image, 0, 0);
      return canvas.toDataURL('image/webp', 0.92);
    },
    `data:image/png;base64,${png.toString('base64')}`,
  );
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
}
