import { defineConfig } from 'vitest/config';

// The tests of some samples are samples themselves.
export default defineConfig({ test: { include: ['**/*.test.ts', '**/*.test.tsx'], testTimeout: 120_000 } });
