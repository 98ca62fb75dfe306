import { defineConfig } from 'vitest/config';

/** Needs a browser, a keychain, child processes or minutes: runs in `npm test`, one file at a time. */
const heavy = ['test/**/*.integration.test.{ts,tsx}', 'test/e2e/**/*.test.ts'];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: heavy,
          testTimeout: 15_000,
        },
      },
      {
        test: {
          name: 'integration',
          include: heavy,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
