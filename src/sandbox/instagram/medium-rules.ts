import type { Answer } from '../exchange.ts';
import type { Inspected } from '../media/inspected.ts';
import { graphError } from '../meta/problems.ts';

const mebibyte = 1_048_576;

/** What is wrong with a picture: it must be a JPEG of 8 MiB at most, and in the feed from 4:5 to 1.91:1. */
export function mediumRefusal(
  inspected: Inspected | undefined,
  size: number,
  isStory: boolean,
): Answer | undefined {
  if (inspected?.mediaType !== 'image/jpeg')
    return graphError({
      code: 36_001,
      subcode: 2_207_005,
      message: 'The image format is not supported.',
      user: ['Practice', 'The image format is not supported. Supported formats are JPEG.'],
    });
  if (size > 8 * mebibyte)
    return graphError({ code: 36_000, subcode: 2_207_004, message: 'The image is too large to download.' });
  const { width, height } = inspected;
  if (isStory || width === null || height === null) return undefined;
  const shape = width / height;
  return shape < 0.79 || shape > 1.92
    ? graphError({
        code: 36_003,
        subcode: 2_207_009,
        message: 'The aspect ratio is not supported.',
        user: ['Practice', `The submitted image with aspect ratio ${shape.toFixed(2)} cannot be published.`],
      })
    : undefined;
}

/** Why a video comes to nothing, in the words of the container's status; null where it does not. */
export function videoFailure(
  inspected: Inspected | undefined,
  size: number,
  type: string | undefined,
): string | null {
  const unfit = 'Error: Media upload has failed with error code 2207026';
  if (inspected?.kind !== 'video' || !inspected.playable) return unfit;
  if (!['video/mp4', 'video/quicktime'].includes(inspected.mediaType)) return unfit;
  const isStory = type === 'STORIES';
  if (size > (isStory ? 100 : 300) * 1_000_000) return unfit;
  const seconds = (inspected.durationMs ?? 5000) / 1000;
  return seconds < 3 || seconds > (isStory ? 60 : 900) ? unfit : null;
}
