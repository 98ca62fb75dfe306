import { spawn } from 'node:child_process';
import type { BrowserPort } from '../engine/ports.ts';
import { programOnPath } from './program-on-path.ts';

/** A program and its arguments; never a line for a shell. */
interface OpenCommand {
  readonly program: string;
  readonly before: readonly string[];
}

/** Opens addresses in the system's browser, where this machine has a display and a browser. */
export function createBrowserPort(
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform = process.platform,
): BrowserPort {
  const command = openCommand(env, platform);
  return {
    available: command !== null,
    async open(url) {
      const address = openableUrl(url);
      if (command === null) throw new Error('This machine has no browser that could be opened.');
      await launch(command.program, [...command.before, address]);
    },
  };
}

/**
 * The address written anew if it may be handed to the system: https anywhere, http on loopback alone. Anything else
 * could start another program.
 * @throws Error for every other address.
 */
export function openableUrl(text: string): string {
  const url = URL.parse(text);
  const loopback = url !== null && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  const allowed = url !== null && (url.protocol === 'https:' || (url.protocol === 'http:' && loopback));
  if (!allowed || url.username !== '' || url.password !== '') {
    throw new Error('Only https addresses, and http ones on this machine, are opened in the browser.');
  }
  return url.href;
}

function openCommand(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): OpenCommand | null {
  if (env.OCMA_NO_BROWSER) return null;
  if (platform === 'darwin') return { program: 'open', before: [] };
  // `start` is a word of the shell, and a shell would read `&` in an address.
  if (platform === 'win32') return { program: 'rundll32', before: ['url.dll,FileProtocolHandler'] };
  if (!env.DISPLAY && !env.WAYLAND_DISPLAY) return null;
  const program = programOnPath('xdg-open', env);
  return program === null ? null : { program, before: [] };
}

function launch(program: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { detached: true, stdio: 'ignore' });
    child.once('error', reject);
    child.once('spawn', () => {
      child.unref();
      resolve();
    });
  });
}
