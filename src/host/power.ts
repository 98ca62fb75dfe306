import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { PowerPort } from '../engine/ports.ts';
import { programOnPath } from './program-on-path.ts';

/** A program that keeps the machine awake while it runs, and ends by itself when this process does. */
interface AwakeCommand {
  readonly program: string;
  readonly arguments: readonly string[];
}

/**
 * Keeps the machine awake through a program of the system: `caffeinate` on macOS, `systemd-inhibit` where systemd runs.
 * Elsewhere it is not available, and says so. A host with a window has better means.
 */
export function createPowerPort(
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform = process.platform,
): PowerPort {
  const command = awakeCommand(env, platform);
  return {
    available: command !== null,
    keepAwake() {
      if (command === null) return () => undefined;
      const child = spawn(command.program, command.arguments, { stdio: 'ignore' });
      // Without it the machine may sleep; posts then follow their catch-up rules as they do anywhere.
      child.on('error', () => undefined);
      child.unref();
      return () => void child.kill();
    },
    onResume: () => () => undefined,
  };
}

/** The command for a system; null where it has none. */
export function awakeCommand(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): AwakeCommand | null {
  const pid = String(process.pid);
  if (platform === 'darwin') {
    const program = programOnPath('caffeinate', env);
    return program === null ? null : { program, arguments: ['-i', '-w', pid] };
  }
  if (platform !== 'linux' || !existsSync('/run/systemd/system')) return null;
  const program = programOnPath('systemd-inhibit', env);
  const wait = programOnPath('tail', env);
  if (program === null || wait === null) return null;
  const why = ['--what=sleep', '--who=OCMA', '--why=A post is due soon'];
  return { program, arguments: [...why, wait, '--follow', `--pid=${pid}`, '/dev/null'] };
}
