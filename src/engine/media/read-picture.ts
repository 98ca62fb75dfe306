import type { Media } from '../../shared/models/media.ts';

/** What a picture is, read from its header. `turned`: its pixels lie otherwise than they are shown (EXIF orientation). */
export type PictureFacts = Pick<Media, 'width' | 'height'> & {
  readonly frames: number;
  readonly turned: boolean;
  /** It holds EXIF or XMP, which may say where and when it was taken. */
  readonly hasPrivateData: boolean;
};

/** Reads a picture's header as it is shown, with sharp; null where it is damaged. */
export async function readPicture(path: string): Promise<PictureFacts | null> {
  // Loaded with the first picture, since it is not small.
  const { default: sharp } = await import('sharp');
  try {
    const found = await sharp(path, { animated: true }).metadata();
    const { width, height } = found.autoOrient;
    const frames = found.pages ?? 1;
    // Frames lie under each other in one picture.
    const shown = found.pageHeight ?? height;
    if (width === 0 || shown === 0) return null;
    return {
      width,
      height: shown,
      frames,
      turned: (found.orientation ?? 1) !== 1,
      hasPrivateData: found.exif !== undefined || found.xmp !== undefined || found.iptc !== undefined,
    };
  } catch {
    return null;
  }
}
