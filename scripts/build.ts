import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { newestChange, windowIsStale } from '../src/host/window-build.ts';
import { inProject, projectEnvironment, run } from './project.ts';

/** What can be built: the window for the web host, or the whole desktop app with it. */
export type BuildTarget = 'renderer' | 'desktop';

/** Builds `target` where its sources are newer than its result; throws where the build fails. */
export async function buildIfStale(target: BuildTarget): Promise<void> {
  if (isStale(target)) await build(target);
}

/** Builds `target` into out/. */
async function build(target: BuildTarget): Promise<void> {
  // A test that builds would otherwise hand on its own mode, and with it a React for development.
  const env = { ...projectEnvironment(), NODE_ENV: 'production' };
  const code =
    target === 'renderer'
      ? await run('vite', ['build', inProject('src', 'renderer'), '--logLevel', 'error'], { env })
      : await run('electron-vite', ['build', '--logLevel', 'error'], { env });
  if (code !== 0) throw new Error(`The build of the ${target} failed.`);
}

function isStale(target: BuildTarget): boolean {
  if (target === 'renderer') return windowIsStale();
  const sources = ['electron', 'src', 'package-lock.json', 'electron.vite.config.ts'];
  const built = newestChange([inProject('out/main/main.js')]);
  return windowIsStale() || newestChange(sources.map((path) => inProject(path))) > built;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { renderer: { type: 'boolean', default: false } } });
  await build(values.renderer ? 'renderer' : 'desktop');
}
