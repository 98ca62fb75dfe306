import type { OptionValues } from '../../shared/models/publish-option.ts';
import type { MediaFacts } from './content.ts';
import type { Platform } from './platform.ts';

/** What a network takes of pictures. What does not fit is made to fit before it is sent: never enlarged, never cropped. */
export interface ImageTarget {
  readonly types: readonly string[];
  readonly maxBytes: number;
  /** Pixels; the picture is scaled down to lie within both. */
  readonly maxWidth: number;
  readonly maxHeight: number;
}

/** A picture as far as it decides what is sent of it. */
export interface SentPicture extends MediaFacts {
  /** It holds what the camera noted, or lies on its side: a clean copy is sent. */
  readonly needsCleaning: boolean;
}

/** For networks that name no bounds: only what the camera noted is left out. */
const anyPicture: ImageTarget = {
  types: ['image/jpeg', 'image/png', 'image/webp', 'image/gif'],
  maxBytes: 64_000_000,
  maxWidth: 20_000,
  maxHeight: 20_000,
};

/** What a network takes of pictures under these options. */
export const imageTargetOf = ({ images }: Pick<Platform, 'images'>, options: OptionValues): ImageTarget =>
  images?.(options) ?? anyPicture;

/** Whether a picture goes out as it is. Films, and GIFs that move, always do. */
export const fits = (medium: SentPicture, target: ImageTarget): boolean =>
  medium.kind !== 'image' ||
  (!medium.needsCleaning &&
    target.types.includes(medium.mimeType) &&
    medium.bytes <= target.maxBytes &&
    (medium.width ?? 0) <= target.maxWidth &&
    (medium.height ?? 0) <= target.maxHeight);

/** The size at which a picture lies within the target, in whole pixels. */
export const scaledSize = (
  { width, height }: { readonly width: number; readonly height: number },
  { maxWidth, maxHeight }: ImageTarget,
): { width: number; height: number } => {
  const scale = Math.min(1, maxWidth / width, maxHeight / height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
};

/**
 * What is sent of a medium, before it is made: what the network's rules are asked about. The bytes are the most that there
 * will be.
 */
export const sentFacts = (medium: SentPicture, target: ImageTarget): MediaFacts => {
  if (fits(medium, target)) return medium;
  const { width, height } = medium;
  return {
    ...medium,
    mimeType: typeOfCopy(target),
    bytes: Math.min(medium.bytes, target.maxBytes),
    ...(width !== null && height !== null && scaledSize({ width, height }, target)),
  };
};

/** The type of a copy: JPEG, which nearly every network takes, else the network's first. */
export const typeOfCopy = ({ types }: ImageTarget): string =>
  types.includes('image/jpeg') ? 'image/jpeg' : (types[0] ?? 'image/jpeg');
