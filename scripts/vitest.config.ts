import { defineConfig } from 'vitest/config';

// These tests start whole programs, which is slow on a busy machine.
export default defineConfig({ test: { testTimeout: 60_000, hookTimeout: 60_000 } });
