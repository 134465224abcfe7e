/** What is added to the document is on the site without a hand-written line. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { documentFile, listOperations, readDocument } from '@giftoin/openapi';
import { findProgram, type Program } from '@giftoin/programs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { findElement, parsePage, type RootContent } from '../build/page.ts';
import { createSampleCall } from '../src/operations/create-sample-call.ts';
import { formatCall } from '../src/samples/format-call.ts';

// In the build of luau-web for runtimes with `Suspending`, errors are lost. Without it, the other build is loaded.
Reflect.deleteProperty(WebAssembly, 'Suspending');
const { LuauState } = await import('luau-web');
const luau = await LuauState.createAsync({});
const run = promisify(execFile);
let folder: string;
let python: Program;
const documentPath = () => join(folder, 'openapi.yaml');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'docs-invented-'));
  python = await findProgram('python3');
  const document = parse(await readFile(documentFile, 'utf8'), { maxAliasCount: 1000 });
  const added = parse(await readFile(new URL('invented-document.yaml', import.meta.url), 'utf8'));
  Object.assign(document.paths, added.paths);
  Object.assign(document.components.schemas, added.components.schemas);
  document.webhooks = added.webhooks;
  await writeFile(documentPath(), stringify(document, { aliasDuplicateObjects: false }));
  const args = ['build/cli.ts', '--directory', join(folder, 'site'), '--document', documentPath()];
  await run(process.execPath, args, { cwd: fileURLToPath(new URL('..', import.meta.url)) });
}, 180_000);

afterAll(() => Promise.all([python?.remove(), rm(folder, { recursive: true, force: true })]));

const readPage = async (file: string) => parsePage(file, await readFile(join(folder, 'site', file), 'utf8'));
/** The text of the element with an ID, in one line. */
async function readText(file: string, id?: string): Promise<string> {
  const { tree } = await readPage(file);
  const found = findElement(tree, ({ tagName, properties }) => (id ? properties.id === id : tagName === 'main'));
  return found ? readBlocks(found).replaceAll(/\s+/g, ' ').trim() : `no element ${id}`;
}
function readBlocks(node: RootContent): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element') return '';
  const text = node.children.map(readBlocks).join('');
  return ['p', 'li', 'ul', 'div', 'h1', 'h2', 'h3'].includes(node.tagName) ? ` ${text} ` : text;
}

const runPython = (args: readonly string[]) =>
  run(python.command, args, { env: { ...python.environment, GIFTOIN_API_KEY: 'key' } });

test('a new operation has a page with everything that the document says', async () => {
  const page = 'operations/createItem/index.html';
  const read = (id: string) => readText(page, id);
  const source = 'From the provider’s reference.';
  expect(
    await Promise.all(
      [
        'parameter-shelfId',
        'parameter-colours',
        'parameter-Idempotency-Key',
        'request-label',
        'request-size',
        'request-extra',
        'request-extra.name',
        'request-parts.parts',
        'status-201-header-Location',
        'property-litres',
        'property-202-job',
        'status-204',
        'status-4XX',
        'status-default',
      ].map(read),
    ),
  ).toEqual([
    `shelfId integer The shelf. Required. 1 or more. ${source}`,
    `colours array of strings Optional. Separate the values with \`,\`. Each item: One of red, it's. ${source}`.replaceAll(
      '`',
      '',
    ),
    `Idempotency-Key string (UUID) Required. ${source}`,
    `label string The label. Required. From 1 to 40 characters. ${source}`,
    `size number The size. Required. Unit: centimetres. Greater than 0. ${source}`,
    `extra object Anything else. Optional, can be null. ${source} extra.{name} integer Optional. ${source}`,
    `extra.{name} integer Optional. ${source}`,
    `parts[].parts array of objects (Node) More parts. Optional. Each item: A part, with parts in it. It has the properties of Node again. ${source}`,
    `Location string (URI) The address of the item. Always present, never null. ${source}`,
    'litres number The volume. Can be absent, never null. Defined here.',
    `job integer The job. Always present, never null. ${source}`,
    '204 No Content',
    'Any other 4XX status code',
    'Any other status code',
  ]);
  const text = await readText(page);
  for (const part of [
    'POST /api/v1/shelves/{shelfId}/items',
    'Deprecated.',
    'No other properties are allowed.',
    'If kind is bottle: object (Bottle)',
    'Example: A created box',
    'application/merge-patch+json',
  ]) {
    expect(text).toContain(part);
  }
});

test('the operation and the webhooks are in the navigation and in the lists', async () => {
  expect(await readText('operations/index.html')).toContain('Create an item POST /api/v1/shelves/{shelfId}/items');
  expect(await readText('webhooks/index.html')).toContain('An item was created POST item.created Body: object (Base)');
  const llms = await readFile(join(folder, 'site/llms.txt'), 'utf8');
  expect(llms).toContain('- [Create an item](operations/createItem.md): POST /api/v1/shelves/{shelfId}/items:');
  expect(llms).toContain('- [Webhooks](webhooks.md): ');
});

test('the samples of every operation are valid code', async () => {
  const document = await readDocument(documentPath());
  for (const operation of listOperations(document)) {
    const call = createSampleCall(document, operation);
    await run('sh', ['-n', '-c', formatCall('curl', call)]);
    // Throws if the code cannot be compiled.
    luau.loadstring(formatCall('luau', call), operation.operationId, true);
    expect(stripTypeScriptTypes(formatCall('typescript', call))).toContain(operation.operationId);
    await runPython(['-c', 'import ast, sys; ast.parse(sys.argv[1])', formatCall('python', call)]);
  }
});

test('a sample sends the example, whatever it contains', async () => {
  const document = await readDocument(documentPath());
  const operation = listOperations(document).find(({ operationId }) => operationId === 'createItem');
  if (!operation) throw new Error('createItem is missing.');
  const call = createSampleCall(document, operation);
  const { stdout } = await run('sh', ['-c', `curl() { printf '%s\\n' "$@"; }; ${formatCall('curl', call)}`]);
  const lines = stdout.trimEnd().split('\n');
  const [example] = operation.requestBody?.examples.values() ?? [];
  expect(JSON.parse(lines[lines.indexOf('--data') + 1] ?? '')).toEqual(example);
  expect(lines.at(-1)).toBe('https://api.giftoin.org/api/v1/shelves/1/items?notify=true');
  const output = (await runPython(['-c', `${fakeConnection}${formatCall('python', call)}`])).stdout.split('\n');
  expect(JSON.parse(output[0] ?? '')).toEqual(example);
  expect(output[1]).toContain('POST api.giftoin.org /api/v1/shelves/1/items?notify=true');
  expect(output[1]).toContain("'x-gft-api-key': 'key'");
});

/** Prints the request of a program in Python instead of sending it. */
const fakeConnection = `
import http.client
class Connection:
    def __init__(self, host, timeout):
        self.host = host
    def request(self, method, url, body, headers):
        print(body)
        print(method, self.host, url, headers)
        raise SystemExit
http.client.HTTPSConnection = Connection
`;
