import { buildIfStale } from './build.ts';
import { inProject, run } from './project.ts';
import { ensureTools } from './tools.ts';

/** `npm run bench`: what the measurements need, then the measurements. Those that lack something say so themselves. */
await ensureTools(['chromium', 'redis']).catch((error: unknown) =>
  console.error(error instanceof Error ? error.message : String(error)),
);
await buildIfStale('renderer');
process.exitCode = await run('node', [inProject('test', 'bench', 'main.ts'), ...process.argv.slice(2)]);
