import { defineConfig } from 'vitest/config';

// A browser is unpacked, started and driven: on a slow machine that takes its time.
export default defineConfig({ test: { testTimeout: 60_000, hookTimeout: 60_000 } });
