import { inProject, run } from './project.ts';
import { ensureTools } from './tools.ts';

/** `npm run crash`: kills the app everywhere and looks what is out. The arguments are those of test/crash/main.ts. */
await ensureTools(['strace']).catch((error: unknown) =>
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`),
);
process.exitCode = await run('node', [inProject('test', 'crash', 'main.ts'), ...process.argv.slice(2)]);
