import { buildIfStale } from './build.ts';
import { inProject, run } from './project.ts';
import { ensureTools } from './tools.ts';

/** `npm run bench`: what the measurements need, then the measurements. */
await ensureTools(['chromium', 'redis']);
await buildIfStale('renderer');
process.exitCode = await run('node', [inProject('test', 'bench', 'main.ts'), ...process.argv.slice(2)]);
