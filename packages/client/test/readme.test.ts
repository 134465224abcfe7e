import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { versions } from '../matrix/runtimes.ts';

test('lists the versions of the matrix in the README, and no others', async () => {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
  const table = readme.slice(readme.indexOf('| runtime or tool'));
  const tested = Object.values(versions)
    .flat()
    .filter((version) => !version.includes('@'));
  expect([...new Set(table.match(/\d+\.\d+\.\d+/g))].sort()).toEqual([...new Set(tested)].sort());
});
