import { spawn } from 'node:child_process';
import type { SpawnOptions } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top of the project. */
export const projectDirectory = dirname(dirname(fileURLToPath(import.meta.url)));

/** The full path of a file of the project. */
export function inProject(...path: string[]): string {
  return join(projectDirectory, ...path);
}

/** The environment in which the project's own commands, its Node first, are found by name. */
export function projectEnvironment(): NodeJS.ProcessEnv {
  const commands = inProject('node_modules', '.bin');
  return { ...process.env, PATH: `${commands}${delimiter}${process.env.PATH ?? ''}` };
}

/** Runs a program in the project with this terminal; resolves with its exit code, 128 and more for a signal. */
export function run(program: string, args: readonly string[], options: SpawnOptions = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: projectDirectory,
      env: projectEnvironment(),
      stdio: 'inherit',
      // npm's commands are .cmd files on Windows; the arguments are our own.
      shell: process.platform === 'win32',
      ...options,
    });
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 143)));
  });
}

/** The full path of a program on the PATH, or null. */
export function findProgram(name: string): string | null {
  for (const directory of (process.env.PATH ?? '').split(delimiter).filter(Boolean)) {
    const file = join(directory, name);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      continue;
    }
  }
  return null;
}
