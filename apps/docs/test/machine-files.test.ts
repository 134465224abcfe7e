import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { documentFile, listOperations, readDocument } from '@giftoin/openapi';
import { beforeAll, expect, inject, test } from 'vitest';
import { publicAddress } from './build-once.ts';
import { listPages } from './open-site.ts';

const read = (file: string) => readFile(join(inject('siteRoot'), 'some/prefix', file), 'utf8');
const toFile = (path: string) => (path === '/' ? 'index.md' : `${path.slice(1, -1)}.md`);
let pages: string[];
beforeAll(async () => {
  pages = (await listPages()).filter((path) => !path.startsWith('/redoc/'));
});

test('every page has a Markdown file, which the page and llms.txt name', async () => {
  const llms = await read('llms.txt');
  for (const path of pages) {
    expect(await read(toFile(path)), path).toMatch(/^# \S/);
    const html = await read(`${path.slice(1)}index.html`);
    const link = /<link rel="alternate" type="text\/markdown" href="([^"]+)"/.exec(html)?.[1];
    expect(new URL(link ?? '', `http://site${path}`).pathname).toBe(`/${toFile(path)}`);
    if (path !== '/') expect(llms).toContain(`](${publicAddress}${toFile(path)}): `);
  }
});

test('the Markdown of an operation contains its path, samples and examples', async () => {
  const [operation] = listOperations(await readDocument());
  const markdown = await read(`operations/${operation?.operationId}.md`);
  const [example] = operation?.responses[0]?.examples.values() ?? [];
  expect(markdown).toContain(`GET \`${operation?.path}\``);
  expect(markdown).toContain('```sh\ncurl -i -H "x-gft-api-key: $GIFTOIN_API_KEY" \\\n');
  expect(markdown).toContain(`\`\`\`json\n${JSON.stringify(example, null, 2)}\n\`\`\``);
  expect(markdown).toContain('- [`progressInPercentage`](#property-progressInPercentage) integer (32-bit)\n');
});

test('the Markdown of a guide contains the names of the files', async () => {
  expect(await read('guides/discord-bot.md')).toContain('`bot.ts`\n\n```ts\nimport ');
});

test('links in Markdown lead to Markdown', async () => {
  const links = [...(await read('operations.md')).matchAll(/\]\((\S+operations\/\w+\.md)\)/g)].map(([, link]) => link);
  expect(links).toHaveLength(listOperations(await readDocument()).length);
  for (const link of links) await read(new URL(link ?? '', 'http://site/operations.md').pathname);
});

test('pages have canonical links, descriptions and OpenGraph tags, and the sitemap lists them', async () => {
  const sitemap = await read('sitemap.xml');
  for (const path of pages) {
    const html = await read(`${path.slice(1)}index.html`);
    const url = publicAddress + path.slice(1);
    expect(html).toContain(`<link rel="canonical" href="${url}"/>`);
    expect(html).toContain(`<meta property="og:url" content="${url}"/>`);
    expect(html).toContain(`<meta property="og:image" content="${publicAddress}open-graph.png"/>`);
    expect(html).toMatch(/<meta property="og:title" content="[^"]+"/);
    expect(html).toMatch(/<meta property="og:description" content="[^"]+"/);
    expect(html).toMatch(/<meta name="description" content="[^"]+"/);
    expect(sitemap).toContain(`<loc>${url}</loc>`);
  }
});

test('the document is there as YAML, unchanged, and as JSON', async () => {
  expect(await read('openapi.yaml')).toBe(await readFile(documentFile, 'utf8'));
  const { info, paths } = JSON.parse(await read('openapi.json'));
  const document = await readDocument();
  expect([info.version, Object.keys(paths)]).toEqual([document.info.version, Object.keys(document.paths)]);
});
