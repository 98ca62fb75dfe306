import { parseArgs } from 'node:util';
import type { ParseArgsOptionsConfig } from 'node:util';
import { defaultDataDirectory } from '../data-directory.ts';

/** A command line that cannot be understood: the sentence is shown, with how to get help. */
export class UsageError extends Error {}

/** Options that every command has. */
export const everyCommand = {
  data: { type: 'string' },
} as const satisfies ParseArgsOptionsConfig;

/** `parseArgs` whose complaints are plain sentences. */
export function readArguments<Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: Options,
): ReturnType<typeof parseArgs<{ options: Options; allowPositionals: true }>> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    const text = error instanceof Error ? (error.message.split('. ')[0] ?? error.message) : String(error);
    throw new UsageError(`${text}.`);
  }
}

/** The data directory that the user named, or the default one. */
export function chosenDataDirectory(named: string | undefined): string {
  return named ?? defaultDataDirectory(process.env);
}

/** A port number from the command line. */
export function portNumber(text: string | undefined): number | null {
  if (text === undefined) return null;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new UsageError(`A port is a number from 0 to 65535, not "${text}".`);
  }
  return port;
}
