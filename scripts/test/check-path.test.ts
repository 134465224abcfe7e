import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const script = fileURLToPath(new URL('../check-path.ts', import.meta.url));
const check = (path: string) => spawnSync(process.execPath, [script, path], { encoding: 'utf8' });

test.each(['#', '%', '?'])('fails on a path with %s', (character) => {
  expect(check(`/a${character}b`)).toMatchObject({
    status: 1,
    stderr: `Vite cannot run tests in /a${character}b: the path contains "${character}". Move the checkout to another folder.\n`,
  });
});

test('accepts other paths', () => {
  expect(check('/a b/ä/c+d')).toMatchObject({ status: 0, stderr: '' });
});
