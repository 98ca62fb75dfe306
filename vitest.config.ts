import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const browser = ['test/e2e/**/*.test.ts'];
/** Needs a keychain, child processes or minutes. */
const processes = ['test/**/*.integration.test.{ts,tsx}'];

const shared = {
  /** Hosts that tests start keep their small state apart from the user's own. */
  env: { XDG_STATE_HOME: join(tmpdir(), 'ocma-test-state') },
  globalSetup: 'test/support/empty-data-file.ts',
};

/** One file at a time. */
const heavy = { ...shared, testTimeout: 120_000, hookTimeout: 120_000, fileParallelism: false };

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'browser', ...heavy, include: browser } },
      { test: { name: 'processes', ...heavy, include: processes } },
      {
        test: {
          name: 'unit',
          ...shared,
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...browser, ...processes],
          // What a file imports stays for the next one. No module has a state, so nothing is shared by it but time saved.
          isolate: false,
          // Only for what hangs: other tests run beside these, on a machine that may have other things to do.
          testTimeout: 60_000,
        },
      },
    ],
  },
});
