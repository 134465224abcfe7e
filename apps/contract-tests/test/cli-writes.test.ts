/** The program with a document that has operations that change data. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { XMLValidator } from 'fast-xml-parser';
import { afterAll, expect, test } from 'vitest';
import { documentFile, key as notesKey, startNotesServer } from './notes/notes-server.ts';
import { fast, runCli } from './run-cli.ts';

const folder = await mkdtemp(join(tmpdir(), 'giftoin-contract-'));
afterAll(() => rm(folder, { recursive: true }));

const notesArgs = (url: string) => ['--url', url, '--key', notesKey, '--document', documentFile, ...fast];
const skipped = 'it changes data. Pass --writes to check it, on a sandbox or on staging only';

test('lists every operation, and does not say that what was not checked conforms', async () => {
  await using server = await startNotesServer();
  const files = ['junit', 'json', 'markdown'].map((format) => join(folder, `notes.${format}`));
  const [junit = '', json = '', markdown = ''] = files;
  const reports = ['--junit', junit, '--json', json, '--markdown', markdown];
  const { code, out, err } = await runCli([...notesArgs(server.url), ...reports]);
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('\n  checked  listNotes (GET /shelves/{shelfId}/notes)\n');
  expect(out).toContain(`\n  skipped  createNote (POST /shelves/{shelfId}/notes): ${skipped}\n`);
  expect(out).toMatch(/, seed 1\): the server conforms in what was checked \(5 operations not checked\)\.\n$/);
  const xml = await readFile(junit, 'utf8');
  expect(XMLValidator.validate(xml)).toBe(true);
  const { operations } = JSON.parse(await readFile(json, 'utf8'));
  expect(xml).toContain(
    `<testsuite name="Operations of the document" tests="${operations.length}" failures="0" errors="0" skipped="5"`,
  );
  expect(xml).toContain(
    `<testcase classname="operations" name="createNote (POST /shelves/{shelfId}/notes)" time="0"><skipped message="${skipped}"/>`,
  );
  expect(operations).toContainEqual({
    operationId: 'createNote',
    method: 'POST',
    path: '/shelves/{shelfId}/notes',
    outcome: 'skipped',
    reason: skipped,
  });
  expect(await readFile(markdown, 'utf8')).toContain(
    `- skipped createNote (POST /shelves/{shelfId}/notes): ${skipped}\n`,
  );
});

test('checks the operations that change data with --writes, and prints what was created', async () => {
  await using server = await startNotesServer();
  const { code, out } = await runCli([...notesArgs(server.url), '--writes', '--write-budget', '150']);
  expect(code).toBe(0);
  expect(out).toContain('\n  checked  createNote (POST /shelves/{shelfId}/notes)\n');
  expect(out).toMatch(
    /, seed 1, \d+ requests that can change data, (\d+) created, \1 of them deleted\): the server conforms in what was checked \(1 operation not checked\)\.\n$/,
  );
});

test('does not count operations that --only leaves out', async () => {
  await using server = await startNotesServer();
  const { out } = await runCli([
    ...notesArgs(server.url),
    '--only',
    'listNotes/limit',
    '--parameter',
    'shelfId=kitchen',
  ]);
  expect(out).toContain(
    '  skipped  createNote (POST /shelves/{shelfId}/notes): none of its checks was selected with --only',
  );
  expect(out).toMatch(/: the server conforms to the contract\.\n$/);
});
