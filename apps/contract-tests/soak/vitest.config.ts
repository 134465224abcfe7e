import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The hostile servers take minutes. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: { include: ['soak/*.soak.ts'], testTimeout: 900_000, hookTimeout: 180_000, fileParallelism: false },
});
