import { expect, it } from 'vitest';
import { catalogue } from './hostile/catalogue.ts';
import { checkHostileServer } from './hostile/check-hostile-server.ts';

/** Those that take little time. `pnpm soak` runs all. */
const names = ['arrays nested 100,000 deep', 'gzip bomb', 'endless body', 'commands as an error code'];

it('has 40 hostile servers', () => {
  expect(Object.keys(catalogue).length).toBeGreaterThanOrEqual(40);
});

it.each(names)('ends with a verdict: %s', async (name) => {
  const { code, output } = await checkHostileServer(name);
  expect([0, 1, 2]).toContain(code);
  expect(output).toMatch(/\bthe server violates the contract|could not be checked|: .+\./);
});
