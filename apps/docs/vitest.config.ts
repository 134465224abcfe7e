import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: ['test/build-once.ts'],
    // The tests unpack and start a browser, which takes long on a slow machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
