import { buildIfStale } from './build.ts';
import { projectEnvironment, run } from './project.ts';
import { runSideBySide } from './side-by-side.ts';
import { ensureTools } from './tools.ts';

/** `npm test`: what the tests need, the built window and desktop bundle, then all tests, or what arguments tell vitest. */
await ensureTools(['chromium', 'dbus', 'keyring', 'strace']);
// The tests that need it are left out without it: the others convert by a stand-in.
await ensureTools(['ffmpeg']).catch((error: unknown) =>
  console.error(error instanceof Error ? error.message : String(error)),
);
await buildIfStale('desktop');
const env = { ...projectEnvironment(), OCMA_NO_BROWSER: '1' };
const given = process.argv.slice(2);
process.exitCode =
  given.length > 0 ? await run('vitest', ['run', ...given], { env }) : await runSideBySide(env);
