import { inProject, run } from './project.ts';

/** `npm run soak`: thousands of posts through faults, kills, a busy file and a full disk, in compressed time. */
process.exitCode = await run('node', [inProject('test', 'soak', 'main.ts'), ...process.argv.slice(2)]);
