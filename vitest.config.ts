import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Needs a browser, a keychain, child processes or minutes: runs in `npm test`, one file at a time. */
const heavy = ['test/**/*.integration.test.{ts,tsx}', 'test/e2e/**/*.test.ts'];

/** Hosts that tests start keep their small state apart from the user's own. */
const env = { XDG_STATE_HOME: join(tmpdir(), 'ocma-test-state') };

const globalSetup = 'test/support/empty-data-file.ts';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          env,
          globalSetup,
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: heavy,
          // What a file imports stays for the next one. No module has a state, so nothing is shared by it but time saved.
          isolate: false,
          // Only for what hangs: both projects run at once, on a machine that may have other things to do.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'integration',
          env,
          globalSetup,
          include: heavy,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
