import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The built window, which may still be in the making. */
export interface WindowBuild {
  readonly directory: string;
  /** Resolves when the files are there; rejects where they cannot be built. */
  readonly ready: Promise<void>;
}

/** Where the window is built to. */
export const windowDirectory = join(root, 'out', 'renderer');

/** The window as it is, built first where its sources are newer. A packed app has no sources and is taken as it is. */
export function prepareWindow(): WindowBuild {
  const ready = windowIsStale() ? buildWindow() : Promise.resolve();
  // Whoever waits for it is told; nobody may be waiting yet.
  ready.catch(() => undefined);
  return { directory: windowDirectory, ready };
}

/** Whether a source of the window has changed since it was built. */
export function windowIsStale(): boolean {
  const sources = ['src/renderer', 'src/shared', 'package-lock.json'].map((path) => join(root, path));
  if (!existsSync(join(root, 'src', 'renderer'))) return false;
  return newestChange(sources) > newestChange([join(windowDirectory, 'index.html')]);
}

/** When anything under these paths last changed; epoch milliseconds, 0 where there is nothing. */
export function newestChange(paths: readonly string[]): number {
  return Math.max(0, ...paths.map(changeOf));
}

function changeOf(path: string): number {
  const entry = statSync(path, { throwIfNoEntry: false });
  if (!entry) return 0;
  if (!entry.isDirectory()) return entry.mtimeMs;
  return newestChange(readdirSync(path).map((name) => join(path, name)));
}

function buildWindow(): Promise<void> {
  const vite = join(
    dirname(createRequire(join(root, 'package.json')).resolve('vite/package.json')),
    'bin',
    'vite.js',
  );
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [vite, 'build', 'src/renderer', '--logLevel', 'error'], {
      cwd: root,
      // A test's own mode would bring a React for development.
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let complaint = '';
    const collect = (chunk: Buffer): void => {
      complaint = (complaint + chunk.toString()).slice(-4_000);
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`The window could not be built.\n${complaint}`));
    });
  });
}
