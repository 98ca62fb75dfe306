import { spawn } from 'node:child_process';
import { runCommandLine } from '../src/host/cli/command-line.ts';
import { buildIfStale } from './build.ts';
import { electronBinary, obstacleOf } from './electron-binary.ts';
import type { NoDesktop } from './electron-binary.ts';
import { projectDirectory } from './project.ts';

const sentences: Readonly<Record<NoDesktop, string>> = {
  no_display: 'There is no display for a desktop window, so OCMA runs in the browser.',
  root: 'A desktop window is not opened for root, so OCMA runs in the browser.',
  no_binary:
    'The desktop window needs Electron’s binary, which could not be downloaded, so OCMA runs in the browser.',
};

/** `npm start`: the desktop app, or the web host where there can be no desktop window. */
const obstacle = obstacleOf(process.platform, process.env, process.getuid?.());
const binary = obstacle === null ? await electronBinary() : null;
process.exitCode = binary === null ? await startWeb(obstacle ?? 'no_binary') : await startDesktop(binary);

async function startWeb(reason: NoDesktop): Promise<number> {
  console.log(sentences[reason]);
  return runCommandLine(['serve', ...process.argv.slice(2)]);
}

async function startDesktop(electron: string): Promise<number> {
  await buildIfStale('desktop');
  return new Promise((resolve, reject) => {
    const child = spawn(electron, [projectDirectory, ...process.argv.slice(2)], { stdio: 'inherit' });
    // Ctrl-C reaches the app by the terminal; it closes its engine and ends.
    process.on('SIGINT', () => undefined);
    process.on('SIGTERM', () => child.kill('SIGTERM'));
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 0));
  });
}
