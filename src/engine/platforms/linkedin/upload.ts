import type { PlatformApi } from '../platform.ts';
import { uploadImage } from './upload-image.ts';
import { uploadVideo } from './upload-video.ts';

/** Brings a medium to LinkedIn: pictures in one piece, videos in the pieces that LinkedIn asks for. */
export const upload: PlatformApi['upload'] = (http, source, progress, context) =>
  source.kind === 'video'
    ? uploadVideo({ http, source, context }, progress)
    : uploadImage({ http, source, context }, progress);
