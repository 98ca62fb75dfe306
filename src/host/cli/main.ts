import { runCommandLine } from './command-line.ts';

// What this process writes is this user's alone.
process.umask(0o077);
process.exitCode = await runCommandLine(process.argv.slice(2));
