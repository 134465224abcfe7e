import { execFile, execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';

const script = fileURLToPath(new URL('../src/lint-changesets.ts', import.meta.url));
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'giftoin-changesets-'));
  await mkdir(join(folder, '.changeset'));
  await mkdir(join(folder, 'openapi'));
  await writeFile(join(folder, 'openapi/package.json'), '{ "name": "@giftoin/openapi", "version": "1.0.0" }');
  await writeFile(join(folder, 'openapi/released.yaml'), 'info: { version: 1.0.0, text: "" }\n');
  await writeDocument('1.0.0');
  git('init', '--quiet', '--initial-branch=main');
  commit();
});
afterEach(() => rm(folder, { recursive: true }));

function git(...args: string[]): void {
  execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=test@example.com', ...args], { cwd: folder });
}
function commit(): void {
  git('add', '--all');
  git('commit', '--quiet', '--message', 'change');
}
const writeDocument = (version: string, text = '') =>
  writeFile(
    join(folder, 'openapi/openapi.yaml'),
    `# A comment is no change.\ninfo: { version: ${version}, text: "${text}" }\n`,
  );
const writeChangeset = (name: string, bump: string, text = 'A sentence.', packageName = '@giftoin/openapi') =>
  writeFile(join(folder, `.changeset/${name}.md`), `---\n"${packageName}": ${bump}\n---\n\n${text}\n`);
const lint = (...args: string[]) => promisify(execFile)(process.execPath, [script, ...args, folder]);

test('accepts a change with its changeset', async () => {
  await writeDocument('1.1.0', 'new');
  await writeChangeset('a', 'minor');
  expect((await lint()).stdout).toBe('1 changesets. The contract is version 1.1.0 (released: 1.0.0).\n');
});

test('demands a changeset, and prints the command that creates it', async () => {
  await writeDocument('1.1.0', 'new');
  await expect(lint()).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('\n  pnpm changeset --minor @giftoin/openapi -m "…"\n'),
  });
});

test('refuses a changeset without a text, and one of an unknown package', async () => {
  await writeChangeset('a', 'patch', '', '@giftoin/typo');
  await expect(lint()).rejects.toMatchObject({
    stderr:
      'lint:changesets: .changeset/a.md: @giftoin/typo is not a published package. They are: @giftoin/openapi.\n' +
      'lint:changesets: .changeset/a.md has no text. Write what changes for users.\n',
  });
});

test('with --base, demands a changeset of its own for a second change', async () => {
  await writeDocument('1.1.0', 'new');
  await writeChangeset('a', 'minor');
  commit();
  git('switch', '--quiet', '--create', 'second');
  await writeDocument('1.1.0', 'newer');
  await lint();
  await expect(lint('--base', 'main')).rejects.toMatchObject({
    stderr: expect.stringContaining('has changed since main, without a changeset of its own for @giftoin/openapi'),
  });
  await writeChangeset('b', 'patch');
  expect((await lint('--base', 'main')).stdout).toContain('2 changesets.');
});
