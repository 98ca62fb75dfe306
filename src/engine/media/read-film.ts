import type { Media } from '../../shared/models/media.ts';

export type FilmFacts = Pick<
  Media,
  'width' | 'height' | 'durationMs' | 'frameRate' | 'videoCodec' | 'audioCodec'
>;

/** Frames that are looked at for the frame rate. */
const lookedAt = 50;

/**
 * Reads a film's container, with mediabunny: its size as it is shown, how long it runs, what it is coded in. What the file
 * does not tell is null; null altogether where there is no picture in it.
 */
export async function readFilm(path: string): Promise<FilmFacts | null> {
  // Loaded with the first film, since it is not small.
  const { ALL_FORMATS, FilePathSource, Input } = await import('mediabunny');
  const input = new Input({ source: new FilePathSource(path), formats: ALL_FORMATS });
  try {
    const film = await input.getPrimaryVideoTrack();
    if (film === null) return null;
    const sound = await input.getPrimaryAudioTrack();
    const seconds = await input.getDurationFromMetadata();
    const { averagePacketRate } = await film.computePacketStats(lookedAt);
    return {
      width: await film.getDisplayWidth(),
      height: await film.getDisplayHeight(),
      durationMs: seconds === null ? null : Math.round(seconds * 1_000),
      frameRate: averagePacketRate > 0 ? Math.round(averagePacketRate * 100) / 100 : null,
      videoCodec: await film.getCodec(),
      audioCodec: (await sound?.getCodec()) ?? null,
    };
  } catch {
    return null;
  } finally {
    input.dispose();
  }
}
