import { join } from 'node:path';
import { app } from 'electron';
import type { Paths } from '../src/engine/ports.ts';

/** Where the parts of the built app are, packed or not; see electron.vite.config.ts. */
export interface BundlePaths extends Omit<Paths, 'data' | 'state'> {
  /** The built window. */
  readonly renderer: string;
  readonly preload: string;
  /** The entry of the practice network. */
  readonly practice: string;
  resource(name: string): string;
}

/** Reads the app's own place; Electron's file functions look into the archive. */
export function bundlePaths(): BundlePaths {
  const root = app.getAppPath();
  const main = join(root, 'out', 'main');
  return {
    renderer: join(root, 'out', 'renderer'),
    preload: join(root, 'out', 'preload', 'preload.cjs'),
    practice: join(main, 'practice.js'),
    migrations: join(main, 'migrations'),
    worker: (name) => join(main, `${name}.js`),
    resource: (name) => join(root, 'resources', name),
  };
}
