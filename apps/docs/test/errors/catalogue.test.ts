import * as client from '@giftoin/client';
import { type JsonObject, listOperations, type OpenApiDocument, readDocument } from '@giftoin/openapi';
import { errorPages } from '@giftoin/types/error-pages';
import { expect, test } from 'vitest';
import { createCatalogue } from '../../src/errors/create-catalogue.ts';
import { formatEntry } from '../../src/errors/format-entry.ts';
import { formatIndex } from '../../src/errors/format-index.ts';

const document = await readDocument();
const catalogue = await createCatalogue(document);
const slugs = catalogue.map(({ slug }) => slug);

/** Returns a copy of the document in which every operation has other responses. */
function changeResponses(change: (responses: JsonObject) => JsonObject): OpenApiDocument {
  const paths = Object.entries(document.paths).map(([path, item]) => {
    const operations = Object.entries(item as JsonObject).map(([method, operation]) => {
      const { responses, ...rest } = operation as { responses: JsonObject };
      return [method, responses ? { ...rest, responses: change(responses) } : operation];
    });
    return [path, Object.fromEntries(operations)];
  });
  return { ...document, paths: Object.fromEntries(paths) };
}

test('has one page for every error code and status code that the client can link to', () => {
  expect(slugs).toEqual([...new Set(slugs)]);
  expect(errorPages.filter((page) => !slugs.includes(String(page)))).toEqual([]);
});

test('names every error class of the client', () => {
  const classes = Object.keys(client).filter((name) => /^[A-Z].*Error$/.test(name) && name !== 'GiftoinError');
  expect(classes.length).toBeGreaterThan(10);
  const named = new Set(catalogue.map(({ kind }) => `${kind.charAt(0).toUpperCase()}${kind.slice(1)}Error`));
  expect(classes.filter((name) => !named.has(name))).toEqual([]);
});

test('makes the page of a status code without a note from the document', async () => {
  const value = { status: { timestamp: 1, errorCode: 410, errorMessage: 'It is gone.' } };
  const content = { 'application/json': { schema: {}, examples: { gone: { summary: 'A deleted program', value } } } };
  const added = changeResponses((responses) => ({
    ...responses,
    410: { description: 'It no longer exists.', content },
  }));
  const entries = await createCatalogue(added);
  const entry = entries.find(({ slug }) => slug === '410');
  expect(entry).toMatchObject({ title: 'A deleted program', lead: 'It no longer exists.', kind: 'unexpectedStatus' });
  const page = entry && formatEntry(entry, entries);
  expect(page).toContain('## Cause\n\nIt no longer exists.\n\n## What to do');
  expect(page).toContain("-H 'Prefer: code=410'");
  expect(page).toContain('"errorMessage": "It is gone."');
  expect(formatIndex(entries)).toContain('`410` [A deleted program](/errors/410/)');
});

test('keeps the page of a class of the client if the document no longer has its status code', async () => {
  const entries = await createCatalogue(changeResponses(({ 429: _, ...others }) => others));
  expect(entries.map(({ slug }) => slug)).toContain('too-many-requests');
  expect(entries.map(({ slug }) => slug)).not.toContain('429');
});

test('links to the operations that return an error', () => {
  const [first] = catalogue;
  const page = first && formatEntry(first, catalogue);
  for (const { operationId } of listOperations(document))
    expect(page).toContain(`(/operations/${operationId}/#status-`);
});

test('requests an error of the mock from an operation that documents it', async () => {
  const content = { 'application/json': { schema: { type: 'string' }, example: "the user's card" } };
  const done = { 204: { description: 'It is done.' } };
  const post = {
    operationId: 'addCard',
    parameters: [{ name: 'album', in: 'query', required: true, schema: { type: 'string' }, example: 'a b' }],
    requestBody: { content },
    responses: { ...done, 409: { description: 'It exists.' } },
  };
  const paths = { ...document.paths, '/cards': { post }, '/z': { get: { operationId: 'listZ', responses: done } } };
  const entries = await createCatalogue({ ...document, paths });
  const commandOf = (slug: string) => entries.find((entry) => entry.slug === slug)?.mockCommands[0];
  expect(commandOf('409')).toBe(
    `curl -i -X POST -H 'x-gft-api-key: demo' -H 'Prefer: code=409' -H 'Content-Type: application/json' -d '"the user'\\''s card"' \\\n  http://127.0.0.1:4010/cards?album=a%20b`,
  );
  // An operation without 404 after those that have it.
  expect(entries.find(({ slug }) => slug === '404')?.sandboxCommands.at(-1)).toMatch(/no_such_program$/);
});
