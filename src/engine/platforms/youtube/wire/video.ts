import { z } from 'zod';

/** A count, which YouTube gives as a string of digits; undefined where it hides the number or gives none. */
export const count = z
  .union([
    z
      .string()
      .regex(/^\d{1,15}$/)
      .transform(Number),
    z.int(),
  ])
  .optional()
  .catch(undefined);

const word = z.string().optional().catch(undefined);
const privacy = z.enum(['public', 'unlisted', 'private']).optional().catch(undefined);

/** The status of a video, as far as it is read. */
export const statusSchema = z.object({
  uploadStatus: word,
  failureReason: word,
  rejectionReason: word,
  privacyStatus: privacy,
  publishAt: word,
});
export type VideoStatus = z.infer<typeof statusSchema>;

export const videoSchema = z.object({
  id: z.string().min(1),
  snippet: z
    .object({ publishedAt: word, title: word, description: word, channelTitle: word })
    .optional()
    .catch(undefined),
  status: statusSchema.optional().catch(undefined),
  statistics: z
    .object({ viewCount: count, likeCount: count, commentCount: count })
    .optional()
    .catch(undefined),
});
export type Video = z.infer<typeof videoSchema>;

export const videoListSchema = z.object({ items: z.array(videoSchema).default([]) });

/** Epoch ms of a time as YouTube writes it; null where there is none. */
export const instantOf = (said: string | undefined): number | null => {
  const parsed = Date.parse(said ?? '');
  return Number.isNaN(parsed) ? null : parsed;
};

/** When YouTube will publish a video by itself; null where it will not. */
export const publishTimeOf = (status: VideoStatus | undefined): number | null =>
  status?.privacyStatus === 'private' ? instantOf(status.publishAt) : null;

/** Why YouTube did not take a video in after it was uploaded; null where nothing is wrong with it. */
export const refusalOf = (status: VideoStatus | undefined): string | null => {
  const uploaded = status?.uploadStatus;
  if (uploaded === 'failed') return status?.failureReason ?? uploaded;
  if (uploaded === 'rejected') return status?.rejectionReason ?? uploaded;
  return uploaded === 'deleted' ? uploaded : null;
};
