import { z } from 'zod';
import { idSchema } from '../api/query.ts';

const megabyte = 1024 * 1024;

/** The kinds of upload for posts, with the most bytes of each and the types that it takes. */
export const categories = {
  tweet_image: {
    most: 5 * megabyte,
    types: ['image/jpeg', 'image/pjpeg', 'image/png', 'image/webp', 'image/bmp', 'image/tiff', 'image/gif'],
  },
  tweet_gif: { most: 15 * megabyte, types: ['image/gif'] },
  tweet_video: { most: 512 * megabyte, types: ['video/mp4', 'video/quicktime', 'video/webm', 'video/mp2t'] },
  amplify_video: { most: 512 * megabyte, types: ['video/mp4', 'video/quicktime'] },
} as const;

const categoryNames = ['tweet_image', 'tweet_gif', 'tweet_video', 'amplify_video'] as const;

/** The body of `POST /2/media/upload/initialize`. X's description requires nothing, its service these three. */
export const initializeSchema = z.strictObject({
  media_type: z.enum([
    'video/mp4',
    'video/webm',
    'video/mp2t',
    'video/quicktime',
    'image/jpeg',
    'image/gif',
    'image/bmp',
    'image/png',
    'image/webp',
    'image/pjpeg',
    'image/tiff',
  ]),
  media_category: z.enum(categoryNames),
  total_bytes: z.int().positive().max(17_179_869_184),
  shared: z.boolean().optional(),
  additional_owners: z.array(idSchema).optional(),
});

/** What an append carries besides the bytes. */
export const appendSchema = z.strictObject({ segment_index: z.int().min(0).max(999) });

/** What a one-shot upload carries besides the bytes. */
export const oneShotSchema = z.strictObject({
  media_category: z.enum(['tweet_image', 'tweet_gif', 'tweet_video']),
  additional_owners: z.string().optional(),
  media_type: z.string().optional(),
  shared: z.boolean().optional(),
});

/** The body of `POST /2/media/metadata`. */
export const metadataSchema = z.object({
  id: idSchema,
  metadata: z
    .object({ alt_text: z.strictObject({ text: z.string().min(1).max(1000) }).optional() })
    .optional(),
});

/** The query of the status endpoint. */
export const statusSchema = z.strictObject({ media_id: idSchema, command: z.literal('STATUS').optional() });

/** What the journal keeps of an upload that was begun. */
export const uploadDetailSchema = z.object({
  mediaType: z.string(),
  category: z.enum(categoryNames),
  totalBytes: z.int(),
});
