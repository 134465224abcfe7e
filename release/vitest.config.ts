import { defineConfig } from 'vitest/config';

// These tests pack and install packages, which is slow on a busy machine.
export default defineConfig({ test: { testTimeout: 120_000, hookTimeout: 120_000, include: ['test/**/*.test.ts'] } });
