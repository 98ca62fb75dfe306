import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { inProject, newestChange, run } from './project.ts';

/** What can be built: the window for the web host, or the whole desktop app with it. */
export type BuildTarget = 'renderer' | 'desktop';

/** Builds `target` where its sources are newer than its result; throws where the build fails. */
export async function buildIfStale(target: BuildTarget): Promise<void> {
  if (isStale(target)) await build(target);
}

/** Builds `target` into out/. */
async function build(target: BuildTarget): Promise<void> {
  const code =
    target === 'renderer'
      ? await run('vite', ['build', inProject('src', 'renderer'), '--logLevel', 'warn'])
      : await run('electron-vite', ['build', '--logLevel', 'warn']);
  if (code !== 0) throw new Error(`The build of the ${target} failed.`);
}

function isStale(target: BuildTarget): boolean {
  const shared = ['src/renderer', 'src/shared', 'package-lock.json'];
  const sources =
    target === 'renderer'
      ? shared
      : [...shared, 'electron', 'src/engine', 'src/host', 'src/sandbox', 'electron.vite.config.ts'];
  const results = ['out/renderer/index.html', ...(target === 'desktop' ? ['out/main/main.js'] : [])];
  if (!results.every((file) => existsSync(inProject(file)))) return true;
  const oldestResult = Math.min(...results.map((file) => newestChange([inProject(file)])));
  return newestChange(sources.map((path) => inProject(path))) > oldestResult;
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { renderer: { type: 'boolean', default: false } } });
  await build(values.renderer ? 'renderer' : 'desktop');
}
