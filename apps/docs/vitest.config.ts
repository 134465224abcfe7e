import { defineConfig } from 'vitest/config';

// The tests unpack and start a browser, which takes long on a slow machine.
export default defineConfig({ test: { testTimeout: 60_000, hookTimeout: 60_000 } });
