import { inject, test } from 'vitest';
import { checksOf } from '../src/plan.ts';
import { serverOf } from '../src/server.ts';
import type { Target } from '../src/target.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The server under test, from the command line. */
    target: Target;
  }
}

const server = await serverOf(inject('target'));

for (const check of checksOf(server)) {
  test(check.title, async ({ skip }) => {
    if (check.skip !== undefined) skip(check.skip);
    const faults = await check.run();
    if (faults.length > 0) throw new Error(faults.join('\n'));
  });
}
