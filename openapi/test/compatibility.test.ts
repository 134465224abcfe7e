import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { documentFile, readDocument } from '@giftoin/openapi';
import { expect, test } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { withDocument } from './redocly.ts';

const text = await readFile(documentFile, 'utf8');
const { version } = (await readDocument()).info;
const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
const cli = fileURLToPath(new URL('../compatibility/cli.ts', import.meta.url));

const run = (...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, [cli, ...args], (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
    });
  });
const compare = (revision: string, ...args: string[]) =>
  withDocument(text, (base) => withDocument(revision, (file) => run('--base', base, '--revision', file, ...args)));
/** The document with another version and a schema that nothing refers to. */
const withSchema = (to: string) =>
  text
    .replace(`\n  version: ${version}\n`, `\n  version: ${to}\n`)
    .replace('\n  schemas:\n', '\n  schemas:\n    Added:\n      type: string\n      description: An addition.\n');

test('exits with 0 if the version fits the changes', async () => {
  const { code, stdout } = await compare(withSchema(`${major}.${minor + 1}.0`));
  expect({ code, lines: stdout.trimEnd().split('\n') }).toEqual({
    code: 0,
    lines: [
      'minor  #/components/schemas/Added: added {"type":"string","description":"An addition."}',
      '       Generated clients get a new type.',
      '1 change: 1 minor.',
      `info.version ${major}.${minor + 1}.0 can follow ${version}. The changes require a minor bump.`,
    ],
  });
});

test('exits with 1 if the version is too low', async () => {
  const { code, stdout } = await compare(withSchema(`${major}.${minor}.${patch + 1}`));
  expect(code).toBe(1);
  expect(stdout).toContain(`The changes require a minor bump: set it to ${major}.${minor + 1}.0.`);
});

test('exits with 2 if it cannot run', async () => {
  const results = await Promise.all([run('--format', 'pdf'), run('--revision', 'missing.yaml')]);
  expect(results).toEqual([
    { code: 2, stdout: '', stderr: 'compatibility: --format is "pdf". Use text, markdown, changelog, json.\n' },
    {
      code: 2,
      stdout: '',
      stderr: 'compatibility: missing.yaml: cannot be read (ENOENT). Give the path of an OpenAPI document.\n',
    },
  ]);
});

test.each([
  ['markdown', '## Compatibility of the contract'],
  ['changelog', '`Added` is new. An addition.'],
  ['json', '"required": "minor"'],
])('prints %s', async (format, line) => {
  const { code, stdout } = await compare(withSchema(`${major}.${minor + 1}.0`), '--format', format);
  expect(code).toBe(0);
  expect(stdout).toContain(line);
});

test('the released document has the version of the package', async () => {
  const { info } = await readDocument(fileURLToPath(new URL('../released.yaml', import.meta.url)));
  expect(info.version).toBe(packageJson.version);
});
