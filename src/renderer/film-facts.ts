import type { Media } from '../shared/models/media.ts';

const codecNames: Readonly<Record<string, string>> = {
  avc: 'H.264',
  hevc: 'HEVC (H.265)',
  vp8: 'VP8',
  vp9: 'VP9',
  av1: 'AV1',
};

/** The name by which people know a codec. */
export const codecName = (codec: string): string => codecNames[codec] ?? codec.toUpperCase();

/** `1:05`, `12:00:03`. */
export function formatDuration(milliseconds: number): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1000));
  const pad = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const end = pad(seconds % 60);
  return hours > 0 ? `${hours}:${pad(minutes)}:${end}` : `${minutes}:${end}`;
}

/** Whether a conversion would make something else of it: anything but an MP4 with H.264 and AAC. */
export const isUsual = ({ mimeType, videoCodec, audioCodec }: Media): boolean =>
  mimeType === 'video/mp4' &&
  (videoCodec === null || videoCodec === 'avc') &&
  (audioCodec === null || audioCodec === 'aac');

/** Whether a line of the preflight is about how a film is made, which a conversion changes, and not about its length or size. */
export const isAboutFormat = (lineId: string): boolean => /_video_(type|codec|converted)$/.test(lineId);
