import { buildIfStale } from './build.ts';
import { projectEnvironment, run } from './project.ts';
import { ensureTools } from './tools.ts';

/** `npm test`: what the tests need, the built window and desktop bundle, then all tests. Further arguments go to vitest. */
await ensureTools(['chromium', 'dbus', 'keyring', 'strace']);
await buildIfStale('desktop');
const env = { ...projectEnvironment(), OCMA_NO_BROWSER: '1' };
process.exitCode = await run('vitest', ['run', ...process.argv.slice(2)], { env });
