import { defineConfig } from 'vitest/config';

// Each package runs its own tests; these are of the workspace as a whole. They start whole programs, which takes its time where
// the machine is busy.
export default defineConfig({ test: { include: ['test/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 } });
