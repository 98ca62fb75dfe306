import { z } from 'zod';
import type { PublishPart } from '../publishing.ts';
import { chosen } from './options.ts';

/**
 * What was prepared of a part: by it the part is published, and asked for where that was interrupted. `of` names the media and
 * the form it was prepared for, so that nothing old goes out with a post that was changed.
 */
const handleSchema = z.object({
  form: z.enum(['feed', 'video', 'reel', 'photo_story', 'video_story', 'comment']),
  of: z.string(),
  /** Pictures that are at Facebook and not published, in order. */
  photos: z.array(z.string()),
  video: z
    .object({
      id: z.string(),
      /** Where its bytes go (reels and stories), or in which session (posts). */
      address: z.string().nullable(),
      session: z.string().nullable(),
      /** How many bytes are there. */
      offset: z.int().nonnegative(),
    })
    .nullable(),
  /** What a comment stands under. */
  on: z.string().nullable(),
  /** Epoch ms at which Facebook shall publish it; null: at once. */
  publishAt: z.int().nullable(),
});
export type Handle = z.infer<typeof handleSchema>;
export type PreparedVideo = NonNullable<Handle['video']>;

/** Reads a handle; null where it is none. */
export const readHandle = (text: string | null): Handle | null => {
  if (text === null) return null;
  try {
    const read = handleSchema.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
};

/** The handle of a part of which nothing is prepared yet. */
export const emptyHandle = (part: PublishPart): Handle => {
  const { format } = chosen(part.options);
  const isComment = part.role !== 'post' && part.inReplyTo !== null;
  const hasVideo = part.media.some(({ kind }) => kind === 'video');
  return {
    form: isComment ? 'comment' : formOf(format, hasVideo),
    // Pictures are brought otherwise for a post that waits.
    of: [
      format,
      part.publishAt === null ? 'now' : 'later',
      ...part.media.map(({ sha256, altText }) => `${sha256} ${altText}`),
    ].join('\n'),
    photos: [],
    video: null,
    on: isComment ? (part.root ?? part.inReplyTo) : null,
    publishAt: part.publishAt,
  };
};

const formOf = (format: 'post' | 'reel' | 'story', hasVideo: boolean): Handle['form'] => {
  if (format === 'story') return hasVideo ? 'video_story' : 'photo_story';
  if (!hasVideo) return 'feed';
  return format === 'reel' ? 'reel' : 'video';
};
