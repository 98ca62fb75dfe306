import { z } from 'zod';

const imageUrn = z.string().startsWith('urn:li:image:');
const altText = z.string().max(4086).optional();

const contentSchema = z.union([
  z.strictObject({
    media: z.strictObject({
      id: z.string().regex(/^urn:li:(?:image|video|document):/),
      altText,
      title: z.string().optional(),
    }),
  }),
  z.strictObject({
    multiImage: z.strictObject({
      images: z
        .array(z.strictObject({ id: imageUrn, altText }))
        .min(2)
        .max(20),
    }),
  }),
  z.strictObject({
    article: z.strictObject({
      source: z.url({ protocol: /^https?$/ }),
      title: z.string().min(1).max(400),
      description: z.string().max(4086).optional(),
      thumbnail: imageUrn.optional(),
    }),
  }),
]);

/** The body of `POST /rest/posts`. */
export const createSchema = z.strictObject({
  author: z.string().regex(/^urn:li:(?:person|organization):[\w-]+$/),
  commentary: z.string(),
  visibility: z.enum(['PUBLIC', 'CONNECTIONS', 'LOGGED_IN']),
  distribution: z.strictObject({
    feedDistribution: z.enum(['MAIN_FEED', 'NONE']),
    targetEntities: z.array(z.unknown()).optional(),
    thirdPartyDistributionChannels: z.array(z.unknown()).optional(),
  }),
  content: contentSchema.optional(),
  lifecycleState: z.literal('PUBLISHED'),
  isReshareDisabledByAuthor: z.boolean().optional(),
});

/** A post as an app sends it. */
export type NewPost = z.infer<typeof createSchema>;

/** The media that a post shows. */
export function mediaIn({ content }: NewPost): readonly string[] {
  if (content === undefined || 'article' in content) return [];
  return 'media' in content ? [content.media.id] : content.multiImage.images.map(({ id }) => id);
}
