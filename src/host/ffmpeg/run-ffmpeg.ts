import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { constants, setPriority } from 'node:os';
import { createInterface } from 'node:readline';
import type { FilmJob, Log } from '../../engine/ports.ts';
import { ffmpegSurroundings } from './find-ffmpeg.ts';
import type { Ffmpeg } from './find-ffmpeg.ts';

/** So much of what it complained of is kept for the log, in characters. */
const keptComplaint = 2_000;

/** Runs one conversion to its end. The output is removed unless all of it was written. */
export async function runFfmpeg(
  ffmpeg: Ffmpeg,
  job: FilmJob,
  env: NodeJS.ProcessEnv,
  log: Log,
): Promise<'done' | 'stopped' | 'failed'> {
  if (job.signal.aborted) return 'stopped';
  const child = spawn(ffmpeg.path, ffmpegArguments(ffmpeg, job), {
    env: ffmpegSurroundings(env),
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
  const { promise: ended, resolve } = Promise.withResolvers<number | null>();
  child.on('error', () => resolve(null));
  child.on('close', resolve);
  if (child.pid !== undefined) stepBack(child.pid);

  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-keptComplaint);
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    const microseconds = /^out_time_us=(\d+)$/.exec(line.trim())?.[1];
    if (microseconds !== undefined) job.onProgress(Number(microseconds) / 1_000);
  });

  const stop = (): void => void child.kill('SIGKILL');
  job.signal.addEventListener('abort', stop);
  // It may have been stopped while the program was being started.
  if (job.signal.aborted) stop();
  const code = await ended;
  job.signal.removeEventListener('abort', stop);
  if (code === 0 && !job.signal.aborted) return 'done';
  await rm(job.to, { force: true });
  if (job.signal.aborted) return 'stopped';
  log.warn({ code, complaint }, 'ffmpeg could not convert a film');
  return 'failed';
}

/** What it is told. The demuxer is named and only files may be opened, so that a file cannot lead it to others. */
export function ffmpegArguments(
  { encoder }: Pick<Ffmpeg, 'encoder'>,
  job: Pick<FilmJob, 'from' | 'to' | 'container' | 'keepsPicture' | 'keepsSound'>,
): readonly string[] {
  const quality = encoder === 'libx264' ? ['-preset', 'medium', '-crf', '20'] : ['-b:v', '8M'];
  // H.264 of networks is 8-bit 4:2:0, which needs even sides.
  const shape = ['-pix_fmt', 'yuv420p', '-vf', 'scale=trunc(iw/2)*2:trunc(ih/2)*2'];
  return [
    ['-nostdin', '-hide_banner', '-loglevel', 'error', '-nostats', '-progress', 'pipe:1'],
    ['-protocol_whitelist', 'file', '-f', job.container === 'webm' ? 'matroska' : 'mov'],
    ['-i', `file:${job.from}`, '-map', '0:v:0', '-map', '0:a:0?', '-sn', '-dn'],
    // What the camera noted of place and time stays with the original.
    ['-map_metadata', '-1', '-map_chapters', '-1'],
    job.keepsPicture ? ['-c:v', 'copy'] : ['-c:v', encoder, ...quality, ...shape],
    job.keepsSound ? ['-c:a', 'copy'] : ['-c:a', 'aac', '-b:a', '192k'],
    ['-movflags', '+faststart', '-f', 'mp4', '-n', `file:${job.to}`],
  ].flat();
}

/** Posts go out and windows answer before a film is converted. */
function stepBack(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_LOW);
  } catch {
    // It has ended already, or the system does not let us; the conversion is right all the same.
  }
}
