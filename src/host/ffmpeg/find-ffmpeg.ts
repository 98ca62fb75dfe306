import { execFile } from 'node:child_process';
import { delimiter, isAbsolute, join } from 'node:path';
import { promisify } from 'node:util';
import { programOnPath } from '../program-on-path.ts';

/** An installed ffmpeg, with what it writes H.264 by. */
export interface Ffmpeg {
  readonly path: string;
  readonly version: string;
  readonly encoder: string;
}

/** Encoders of H.264, the best first; which of them there are depends on how the program was built. */
const encoders = ['libx264', 'h264_videotoolbox', 'h264_mf', 'libopenh264'] as const;
/** A program that says nothing about itself for this long is not used, in milliseconds. */
const answerMs = 10_000;

/** The directories that ffmpeg may be in: those of `PATH`, then where it is usually installed on such a system. */
export function ffmpegPlaces(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): readonly string[] {
  const onPath = (env['PATH'] ?? '').split(delimiter);
  return [...onPath, ...usualPlaces(env, platform)].filter((place) => isAbsolute(place));
}

function usualPlaces(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): readonly string[] {
  // An app that was not started from a terminal has a short `PATH` on macOS.
  if (platform === 'darwin') return ['/opt/homebrew/bin', '/usr/local/bin', '/opt/local/bin'];
  if (platform !== 'win32') return ['/usr/local/bin', '/usr/bin', '/snap/bin'];
  const under = (root: string | undefined, ...steps: string[]): string[] =>
    root === undefined || root === '' ? [] : [join(root, ...steps)];
  return [
    ...under(env['LOCALAPPDATA'], 'Microsoft', 'WinGet', 'Links'),
    ...under(env['USERPROFILE'], 'scoop', 'shims'),
    ...under(env['ProgramData'], 'chocolatey', 'bin'),
    ...under(env['ProgramFiles'], 'ffmpeg', 'bin'),
    ...under(env['SystemDrive'], '\\', 'ffmpeg', 'bin'),
  ];
}

/** Looks for ffmpeg and asks it what it can write; null where there is none, or none that writes H.264. */
export async function findFfmpeg(
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform = process.platform,
): Promise<Ffmpeg | null> {
  const PATH = ffmpegPlaces(env, platform).join(delimiter);
  const path = programOnPath(platform === 'win32' ? 'ffmpeg.exe' : 'ffmpeg', { PATH });
  if (path === null) return null;
  try {
    const about = await said(path, ['-version'], env);
    const version = /^ffmpeg version (\S+)/m.exec(about)?.[1];
    const written = await said(path, ['-hide_banner', '-encoders'], env);
    const names = new Set(written.split('\n').map((line) => line.trim().split(/\s+/)[1]));
    const encoder = encoders.find((name) => names.has(name));
    return version === undefined || encoder === undefined ? null : { path, version, encoder };
  } catch {
    return null;
  }
}

async function said(path: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  const options = { env: ffmpegSurroundings(env), timeout: answerMs, windowsHide: true };
  const { stdout } = await promisify(execFile)(path, args, options);
  return stdout;
}

/** What of the environment the program gets: what it needs to run, and nothing that is ours. */
export function ffmpegSurroundings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const names = ['PATH', 'HOME', 'LD_LIBRARY_PATH', 'SystemRoot', 'TEMP', 'TMP', 'USERPROFILE'];
  return Object.fromEntries(names.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])));
}
