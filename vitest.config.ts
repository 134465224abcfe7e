import { defineConfig } from 'vitest/config';

// Each package runs its own tests; these are of the workspace as a whole.
export default defineConfig({ test: { include: ['test/*.test.ts'], testTimeout: 30_000 } });
