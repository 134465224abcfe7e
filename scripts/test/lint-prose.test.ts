import { execFile, execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

const script = fileURLToPath(new URL('../lint-prose.ts', import.meta.url));
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'giftoin-prose-'));
  execFileSync('git', ['init', '--quiet', folder]);
});
afterEach(() => rm(folder, { recursive: true }));

async function lint(
  files: Readonly<Record<string, string>>,
): Promise<{ code: number; stdout: string; stderr: string }> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  execFileSync('git', ['add', '--all'], { cwd: folder });
  return new Promise((done) => {
    execFile(process.execPath, [script, folder], (error, stdout, stderr) => {
      done({ code: error ? Number(error.code) : 0, stdout, stderr });
    });
  });
}

test('prints the place of a banned word and the word to use', async () => {
  expect(await lint({ 'a.md': 'Fine.\n\nThe server Answers.\n' })).toEqual({
    code: 1,
    stdout: '1 files, 1 banned words.\n',
    stderr: 'a.md:3:12 answers -> use response, return, send\n',
  });
});

test('finds a phrase that a comment wraps, and a banned name', async () => {
  const { stderr } = await lint({
    'src/a.ts': '/**\n * The default where\n * none is given.\n */\nconst journal = 1;\n',
  });
  expect(stderr).toBe(
    'src/a.ts:2:16 where none is given -> use if omitted, or "Default: …"\nsrc/a.ts:5:7 journal -> use request log\n',
  );
});

test.each(['a.yaml', 'a.json', 'a.hbs', 'a.mjs'])('reads %s', async (file) => {
  expect((await lint({ [file]: '# nor\n' })).code).toBe(1);
});

test('accepts words that contain a banned word, and correct English', async () => {
  const text = 'A task, an unasked question, journal_mode, story-teller. A command, such as node.\n';
  expect(await lint({ 'a.md': text })).toEqual({ code: 0, stdout: '1 files, 0 banned words.\n', stderr: '' });
});

test('accepts an allowed word in its file only', async () => {
  const text = 'const nobody = 65_534;\n';
  const { stderr } = await lint({ 'packages/postgres/src/postgres-programs.ts': text, 'a.ts': text });
  expect(stderr).toBe('a.ts:1:7 nobody -> use unknown user\n');
});

test('ignores generated, released and untracked files', async () => {
  const { stdout } = await lint({
    'src/generated/a.ts': 'answer',
    'openapi/released.yaml': 'answer',
    '.gitignore': 'b.md',
  });
  await writeFile(join(folder, 'b.md'), 'answer');
  expect([stdout, (await lint({})).stdout]).toEqual(['0 files, 0 banned words.\n', '0 files, 0 banned words.\n']);
});
