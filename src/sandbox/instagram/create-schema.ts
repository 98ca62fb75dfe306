import { z } from 'zod';

const flag = z.enum(['true', 'false', '1', '0']).transform((value) => value === 'true' || value === '1');

const names = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue('must be a list');
      return z.NEVER;
    }
  })
  .pipe(z.array(z.string().regex(/^[\w.]{1,30}$/)).max(3));

/** What `POST /:id/media` takes, as the reference of IG User media has it. */
export const createSchema = z.strictObject({
  media_type: z.enum(['REELS', 'STORIES', 'CAROUSEL', 'VIDEO', 'IMAGE']).optional(),
  image_url: z.url().optional(),
  video_url: z.url().optional(),
  caption: z.string().optional(),
  alt_text: z.string().max(1000).optional(),
  is_carousel_item: flag.optional(),
  children: z
    .string()
    .transform((text) => text.split(','))
    .optional(),
  collaborators: names.optional(),
  share_to_feed: flag.optional(),
  location_id: z.string().optional(),
  thumb_offset: z.string().optional(),
  cover_url: z.url().optional(),
});
export type CreateRequest = z.infer<typeof createSchema>;
