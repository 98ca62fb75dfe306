import { describeAnyError } from '../describe-error.ts';
import { UsageError } from './arguments.ts';
import { call } from './call.ts';
import { helpText } from './help.ts';
import { importPosts } from './import.ts';
import { sandbox } from './sandbox.ts';
import { open, serve } from './serve.ts';

/** A command: takes what follows its name and resolves with the exit code. */
type Command = (args: readonly string[]) => Promise<number>;

const commands: Readonly<Record<string, Command>> = { serve, open, call, import: importPosts, sandbox };

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
  try {
    return await command(args);
  } catch (error) {
    const { message, fix } = describeAnyError(error);
    console.error(fix === null ? message : `${message} ${fix}`);
    if (!(error instanceof UsageError)) return 1;
    console.error(`"ocma ${name} --help" explains it.`);
    return 2;
  }
}
