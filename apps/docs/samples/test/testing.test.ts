// The samples in this folder are tests. Vitest runs them as they are.
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { samplesFolder } from '../src/index.ts';

test('all samples are tests, which Vitest finds by their names', () => {
  expect(readdirSync(`${samplesFolder}/testing`).filter((file) => !file.endsWith('.test.ts'))).toEqual([]);
});
