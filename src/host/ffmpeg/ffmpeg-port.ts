import type { FilmConverterPort, Log } from '../../engine/ports.ts';
import { findFfmpeg } from './find-ffmpeg.ts';
import { runFfmpeg } from './run-ffmpeg.ts';

/** Converts films by the ffmpeg that is installed on this machine. */
export function createFfmpegPort(env: NodeJS.ProcessEnv, log: Log): FilmConverterPort {
  return {
    async find() {
      const found = await findFfmpeg(env);
      if (found === null) return null;
      const { path, version } = found;
      return { path, version, convert: (job) => runFfmpeg(found, job, env, log) };
    },
  };
}
