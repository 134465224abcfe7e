import { defineConfig } from 'vitest/config';

// Each test builds, publishes or installs whole packages. They depend on each other, so the first failure is the last.
export default defineConfig({
  test: {
    testTimeout: 1_200_000,
    hookTimeout: 300_000,
    include: ['proof/**/*.test.ts'],
    bail: 1,
    disableConsoleIntercept: true,
  },
});
