import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chosenDataDirectory, portNumber, readArguments } from './arguments.ts';

/** `ocma sandbox`: the practice network in the foreground. */
export async function sandbox(args: readonly string[]): Promise<number> {
  const { values } = readArguments(args, {
    data: { type: 'string' },
    port: { type: 'string' },
  });
  const entry = fileURLToPath(new URL('../../sandbox/main.ts', import.meta.url));
  const directory = values.data ?? join(chosenDataDirectory(undefined), 'sandbox');
  const port = portNumber(values.port) ?? 0;
  const child = spawn(process.execPath, [entry, '--data', directory, '--port', String(port)], {
    stdio: 'inherit',
  });
  const pass = (signal: NodeJS.Signals): void => {
    child.kill(signal);
  };
  // Ctrl-C reaches the child by the terminal.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', pass);
  process.on('SIGHUP', pass);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? (signal === null ? 1 : 0)));
  });
}
