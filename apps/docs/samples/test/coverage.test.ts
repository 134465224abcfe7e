import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listPages, readSample, samplesFolder } from '../src/index.ts';

const pages = listPages();
const blocks = pages.flatMap((page) => page.blocks);

/** Code that needs an operation or a webhook that the document of this version does not have. */
const withoutSample = [
  'apps/sandbox/README.md ts', // The handler of an operation that creates something.
  'packages/client/README.md js', // A list in pages.
  'packages/types/README.md ts', // A webhook.
];

test('every code block shows a sample that a test runs', () => {
  const untested = blocks
    // Commands run in console.test.ts. Texts are not code.
    .filter(({ language, sample }) => sample === undefined && !['console', 'sh', 'text'].includes(language))
    .map(({ page, line, language }) => ({ place: `${page}:${line} ${language}`, key: `${page} ${language}` }));
  const keys = untested.map(({ key }) => key);
  const places = untested.filter(({ key }) => !withoutSample.includes(key)).map(({ place }) => place);
  expect(places, 'Move the code to a file in apps/docs/samples, and name it: ```ts sample="folder/file.ts"').toEqual(
    [],
  );
  expect(keys).toEqual(withoutSample);
});

test('every code block is equal to its sample', () => {
  const stale = blocks.filter(({ sample, code }) => sample !== undefined && readSample(sample) !== code);
  expect(
    stale.map(({ page, line, sample }) => `${page}:${line} differs from ${sample}`),
    'Edit the samples in apps/docs/samples, then run: pnpm generate',
  ).toEqual([]);
});

test('every folder with samples has a test', () => {
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
    cwd: samplesFolder,
    encoding: 'utf8',
  });
  const folders = new Set(files.split('\n').flatMap((file) => (file.includes('/') ? [file.split('/')[0] ?? ''] : [])));
  const untested = [...folders].filter((folder) => !existsSync(join(samplesFolder, 'test', `${folder}.test.ts`)));
  expect(untested.sort()).toEqual(['src', 'test']); // Not samples.
});

test('every sample is on a page', () => {
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
    cwd: samplesFolder,
    encoding: 'utf8',
  });
  const samples = files.split('\n').filter((file) => /^(?!src\/|test\/).+\//.test(file));
  const shown = new Set(blocks.map(({ sample }) => sample?.split('#')[0]));
  expect(samples.filter((file) => !shown.has(file))).toEqual([]);
});
