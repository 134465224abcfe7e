import { readFile } from 'node:fs/promises';
import { documentFile, listOperations, readDocument, resolveReference, sandboxControlFile } from '@giftoin/openapi';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenSite, openSite } from '../open-site.ts';
import { visitPage } from '../visit-page.ts';

const document = await readDocument();
const operations = listOperations(document).map((operation) => ({
  ...operation,
  summary: String((document.paths as Paths)[operation.path]?.[operation.method]?.summary),
}));
const last = operations.at(-1);
const tag = String((document.tags as { name: string }[])[0]?.name);
const operation = `#/${tag.toLowerCase()}/${last?.operationId.toLowerCase()}`;
/** A response that promises a header. */
const limited = last?.responses.find(({ requiredHeaders }) => requiredHeaders.length > 0);
type Paths = Record<string, Record<string, { summary: string }>>;

/** The examples of the last operation, by name. */
function readExamples(): Record<string, { summary: string; value: unknown }> {
  const raw = resolveReference(document, document.paths[last?.path ?? '']);
  const { responses } = resolveReference(document, raw[last?.method ?? '']) as { responses: Record<string, unknown> };
  const { content } = resolveReference(document, responses['200']) as { content: Record<string, { examples: object }> };
  const examples = Object.entries(content['application/json']?.examples ?? {});
  return Object.fromEntries(examples.map(([name, example]) => [name, resolveReference(document, example)])) as never;
}

/** The strings in a value, as the page shows them. */
function listTexts(value: unknown): string[] {
  if (typeof value === 'string') return [JSON.stringify(value)];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(listTexts) : [];
}

/** The descriptions of a parameter and of a property of the response whose schemas have `x-source: ours`. */
function findDescriptionsOfOurs(): string[] {
  const isOurs = (schema: unknown) => resolveReference(document, schema)['x-source'] === 'ours';
  const item = resolveReference(document, document.paths[last?.path ?? '']);
  const parameter = (item.parameters as unknown[])
    .map((value) => resolveReference(document, value))
    .find(({ schema }) => isOurs(schema));
  const schema = last?.responses.find(({ status }) => status === 200)?.schema;
  const { properties } = resolveReference(document, schema) as { properties: Record<string, { description: string }> };
  const property = Object.values(properties).findLast(isOurs);
  return [String(parameter?.description), String(property?.description)];
}

let site: OpenSite;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

const visit = (url: string, steps: (page: Page) => Promise<void>, javaScriptEnabled = true) =>
  visitPage(site.browser, url, steps, javaScriptEnabled);
const waitForText = (page: Page, text: string) =>
  page.getByText(text, { exact: true }).filter({ visible: true }).first().waitFor();
const findField = (page: Page, text: string) => page.locator('.schema-property-item').filter({ hasText: text }).last();

describe.each([
  ['at the root of a host', () => `${site.atRoot}/redoc/`],
  ['under a path', () => `${site.underPrefix}/redoc/`],
])('the page %s', (_place, address) => {
  test('lists every operation and links to it', () =>
    visit(address(), async (page) => {
      const { title, version } = document.info;
      await waitForText(page, `${title} (${version})`);
      await page.getByText(tag, { exact: true }).first().click();
      for (const { path } of operations) await waitForText(page, path);
      for (const { summary: text } of operations) {
        await page.getByRole('link', { name: text }).first().click();
        await page.getByRole('heading', { name: text }).waitFor();
      }
      expect(page.url()).toBe(address() + operation);
      await page.waitForLoadState('networkidle');
    }));

  test('contains only relative links', () =>
    visit(address(), async (page) => {
      const links = await page
        .locator('a')
        .evaluateAll((anchors) => anchors.map((anchor) => anchor.getAttribute('href')));
      expect(links).toContain(`#/${tag.toLowerCase()}`);
      expect(links.filter((link) => link?.startsWith('/'))).toEqual([]);
    }));

  test('offers the unchanged document for download', () =>
    visit(address(), async (page) => {
      const download = page.waitForEvent('download');
      await page.getByRole('link', { name: 'openapi.yaml' }).first().click();
      expect(await readFile(await (await download).path(), 'utf8')).toBe(await readFile(documentFile, 'utf8'));
    }));
});

test('the page has a title, a language and an embedded icon', () =>
  visit(`${site.atRoot}/redoc/`, async (page) => {
    expect(await page.title()).toBe(document.info.title);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.locator('link[rel=icon]').getAttribute('href')).toMatch(/^data:/);
  }));

test('the page shows the names of the API key headers', () =>
  visit(`${site.atRoot}/redoc/${operation}`, async (page) => {
    await page.getByText('View security details').filter({ visible: true }).last().click();
    for (const name of last?.apiKeyHeaders ?? []) {
      await page.getByRole('tab', { name, exact: true }).click();
      await page.getByText('Header parameter name').locator('..').getByText(name, { exact: true }).waitFor();
    }
  }));

test('the page shows the first example, and the others can be selected', () =>
  visit(`${site.atRoot}/redoc/${operation}`, async (page) => {
    const [[, first] = [], ...others] = Object.entries(readExamples());
    const shown = listTexts(first?.value);
    await waitForText(page, shown[0] ?? '');
    const findOwnText = ([, { value }]: (typeof others)[0]) => listTexts(value).find((text) => !shown.includes(text));
    const other = others.find((entry) => findOwnText(entry));
    await page.getByRole('button', { name: 'Example' }).last().click();
    await page.getByRole('menuitem', { name: other?.[1].summary ?? '', exact: true }).click();
    await waitForText(page, (other && findOwnText(other)) ?? '');
  }));

test('the page shows the x-source of parameters, properties, responses and headers', () =>
  visit(`${site.atRoot}/redoc/${operation}`, async (page) => {
    const ours = { hasText: 'x-source: ours' };
    for (const description of findDescriptionsOfOurs()) await findField(page, description).filter(ours).waitFor();
    await page
      .getByRole('tab', { name: String(limited?.status) })
      .last()
      .click();
    await findField(page, limited?.requiredHeaders[0] ?? '')
      .filter(ours)
      .waitFor();
    await waitForText(page, 'x-source: docs');
  }));

test('the search finds a header', () =>
  visit(`${site.atRoot}/redoc/`, async (page) => {
    await page.getByText('Search').first().click();
    await page.keyboard.type(limited?.requiredHeaders[0] ?? '');
    await page.getByText(`response ${limited?.status} headers`).first().waitFor();
  }));

test('the first tab stop is a link that skips the menu', () =>
  visit(`${site.atRoot}/redoc/`, async (page) => {
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.tagName')).toBe('MAIN');
  }));

test('without JavaScript the page links to the document', () =>
  visit(`${site.atRoot}/redoc/`, (page) => page.locator('noscript a[href="../openapi.yaml"]').waitFor(), false));

test('the control API of the sandbox has its own page', () =>
  visit(`${site.atRoot}/redoc/sandbox/`, async (page) => {
    const { info, paths } = await readDocument(sandboxControlFile);
    await waitForText(page, `${info.title} (${info.version})`);
    const [path = '', operations] = Object.entries(paths)[0] ?? [];
    const { tags, summary } = Object.values(operations as Record<string, { tags: string[]; summary: string }>)[0] ?? {};
    await page
      .getByText(tags?.[0] ?? '', { exact: true })
      .first()
      .click();
    await page
      .getByRole('link', { name: summary ?? '' })
      .first()
      .click();
    await waitForText(page, path);
  }));
