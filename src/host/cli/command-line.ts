import { UsageError } from './arguments.ts';
import { helpText } from './help.ts';

/** A command: takes what follows its name and resolves with the exit code. */
type Command = (args: readonly string[]) => Promise<number>;

/** Loaded when they are asked for: most of them bring the whole engine. */
const commands: Readonly<Record<string, Command>> = {
  serve: async (args) => (await import('./serve.ts')).serve(args),
  open: async (args) => (await import('./serve.ts')).open(args),
  call: async (args) => (await import('./call.ts')).call(args),
  import: async (args) => (await import('./import.ts')).importPosts(args),
  restore: async (args) => (await import('./restore.ts')).restore(args),
  eval: async (args) => (await import('./eval/eval.ts')).evaluate(args),
  sandbox: async (args) => (await import('./sandbox.ts')).sandbox(args),
};

/** Runs one command line. Failures are said in a sentence on stderr: exit code 1, or 2 for a misuse of the command. */
export async function runCommandLine([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    console.log(helpText(args[0]));
    return name === undefined ? 2 : 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) {
    console.error(`There is no command "${name}". "ocma --help" lists them.`);
    return 2;
  }
  // What a command writes is this user's alone.
  process.umask(0o077);
  try {
    if (args.includes('--help') || args.includes('-h')) {
      console.log(helpText(name));
      return 0;
    }
    return await command(args);
  } catch (error) {
    const { describeAnyError } = await import('../describe-error.ts');
    const { message, fix } = describeAnyError(error);
    console.error(fix === null ? message : `${message} ${fix}`);
    if (!(error instanceof UsageError)) return 1;
    console.error(`"ocma ${name} --help" explains it.`);
    return 2;
  }
}
