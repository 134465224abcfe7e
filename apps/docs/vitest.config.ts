import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // The samples are a package of their own, which runs its tests. `test:browser` runs what loads every page in a browser.
    exclude: [...configDefaults.exclude, 'samples/**', process.env.BROWSER_TESTS ? '' : 'test/browser/**'],
    globalSetup: ['test/build-once.ts'],
    // The tests unpack and start a browser, which takes long on a slow machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
