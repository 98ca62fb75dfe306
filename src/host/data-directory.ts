import { chmodSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** Where this user's data lives unless the user says otherwise, by the custom of each system. */
export function defaultDataDirectory(
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): string {
  if (env.OCMA_DATA) return resolve(env.OCMA_DATA);
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'OCMA');
  if (platform === 'win32') return join(env.APPDATA ?? join(home, 'AppData', 'Roaming'), 'OCMA');
  return join(env.XDG_DATA_HOME || join(home, '.local', 'share'), 'ocma');
}

/**
 * Where this user's small state lives, apart from the data: it remembers how far each installation had come, so that a
 * data directory put back from a backup is known as older.
 */
export function stateDirectory(
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): string {
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'OCMA', 'state');
  if (platform === 'win32') return join(env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'OCMA', 'state');
  return join(env.XDG_STATE_HOME || join(home, '.local', 'state'), 'ocma');
}

/** Makes the data directory where it is missing and closes it to other users of the machine. Returns its full path. */
export function prepareDataDirectory(directory: string): string {
  const full = resolve(directory);
  mkdirSync(full, { recursive: true, mode: 0o700 });
  chmodSync(full, 0o700);
  return full;
}
