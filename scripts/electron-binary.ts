import { spawn } from 'node:child_process';
import { lookup } from 'node:dns/promises';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { inProject } from './project.ts';

const downloadLimitMs = 60_000;
const lookupLimitMs = 3_000;
/** After a failed download the next try waits this long. */
const pauseAfterFailureMs = 24 * 60 * 60 * 1_000;
const failureMark = inProject('out', 'electron-download-failed');

/** Why the desktop window cannot be shown, as the reason's end of a sentence. */
export type NoDesktop = 'no_display' | 'root' | 'no_binary';

/** Whether this machine can show a desktop window at all; null where it can. */
export function obstacleOf(
  platform: NodeJS.Platform,
  env: NodeJS.ProcessEnv,
  userId: number | undefined,
): Exclude<NoDesktop, 'no_binary'> | null {
  if (platform !== 'linux') return null;
  if (!env.DISPLAY && !env.WAYLAND_DISPLAY) return 'no_display';
  // Chromium's sandbox does not work for root, and it is never switched off.
  return userId === 0 ? 'root' : null;
}

/** The path of Electron's binary; downloads it if it is not there, for at most a minute. Null where that fails. */
export async function electronBinary(): Promise<string | null> {
  const installed = installedBinary();
  if (installed !== null) return installed;
  if (recentlyFailed() || !(await reachable())) return null;
  console.log('Downloading Electron, once. This takes up to a minute.');
  if (await download()) return installedBinary();
  mkdirSync(dirname(failureMark), { recursive: true });
  writeFileSync(failureMark, '');
  return null;
}

function electronDirectory(): string {
  return dirname(createRequire(inProject('package.json')).resolve('electron/package.json'));
}

function installedBinary(): string | null {
  const directory = electronDirectory();
  const pathFile = join(directory, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const binary = join(directory, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(binary) ? binary : null;
}

function recentlyFailed(): boolean {
  const mark = statSync(failureMark, { throwIfNoEntry: false });
  return mark !== undefined && Date.now() - mark.mtimeMs < pauseAfterFailureMs;
}

/** A name that cannot be found means no network; a proxy or a mirror finds names by itself. */
async function reachable(): Promise<boolean> {
  const { env } = process;
  if (env.HTTPS_PROXY || env.https_proxy || env.ELECTRON_MIRROR || env.npm_config_electron_mirror)
    return true;
  const tooLate = AbortSignal.timeout(lookupLimitMs);
  const gaveUp = new Promise<false>((resolve) => {
    tooLate.addEventListener('abort', () => resolve(false));
  });
  const found = lookup('github.com').then(
    () => true,
    () => false,
  );
  return Promise.race([found, gaveUp]);
}

function download(): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(electronDirectory(), 'install.js')], { stdio: 'ignore' });
    const timer = setTimeout(() => child.kill('SIGKILL'), downloadLimitMs);
    const end = (done: boolean): void => {
      clearTimeout(timer);
      resolve(done);
    };
    child.once('error', () => end(false));
    child.once('exit', (code) => end(code === 0));
  });
}
