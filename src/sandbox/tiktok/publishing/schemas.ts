import { z } from 'zod';

const privacy = z.enum(['PUBLIC_TO_EVERYONE', 'MUTUAL_FOLLOW_FRIENDS', 'FOLLOWER_OF_CREATOR', 'SELF_ONLY']);

const fileUpload = z.strictObject({
  source: z.literal('FILE_UPLOAD'),
  video_size: z.int().min(1).max(4_294_967_296),
  chunk_size: z.int().min(1).max(67_108_864),
  total_chunk_count: z.int().min(1).max(1_000),
});

/** `POST /v2/post/publish/video/init/`. */
export const directVideoSchema = z.strictObject({
  post_info: z.strictObject({
    title: z.string().max(2_200).default(''),
    privacy_level: privacy,
    disable_comment: z.boolean().default(false),
    disable_duet: z.boolean().default(false),
    disable_stitch: z.boolean().default(false),
    video_cover_timestamp_ms: z.int().min(0).optional(),
    brand_content_toggle: z.boolean().default(false),
    brand_organic_toggle: z.boolean().default(false),
    is_aigc: z.boolean().default(false),
  }),
  source_info: fileUpload,
});

/** `POST /v2/post/publish/inbox/video/init/`. */
export const draftVideoSchema = z.strictObject({ source_info: fileUpload });

/** `POST /v2/post/publish/content/init/`. */
export const photosSchema = z.strictObject({
  media_type: z.literal('PHOTO'),
  post_mode: z.enum(['DIRECT_POST', 'MEDIA_UPLOAD']),
  is_aigc: z.boolean().optional(),
  post_info: z.strictObject({
    title: z.string().max(90).default(''),
    description: z.string().max(4_000).default(''),
    privacy_level: privacy.optional(),
    disable_comment: z.boolean().default(false),
    auto_add_music: z.boolean().default(true),
    brand_content_toggle: z.boolean().default(false),
    brand_organic_toggle: z.boolean().default(false),
  }),
  source_info: z.strictObject({
    source: z.literal('PULL_FROM_URL'),
    photo_images: z.array(z.url()).min(1).max(35),
    photo_cover_index: z.int().min(0),
  }),
});

/** `POST /v2/post/publish/status/fetch/`. */
export const statusSchema = z.strictObject({ publish_id: z.string().max(64) });

/** What the journal keeps of a publication that was begun. */
export const begunSchema = z.object({
  mode: z.enum(['direct', 'inbox']),
  kind: z.enum(['video', 'photos']),
  privacy: privacy.nullable(),
  text: z.string(),
  token: z.string(),
  bytes: z.int(),
  chunkBytes: z.int(),
  chunks: z.int(),
});

/** What the journal keeps of a publication that is complete. `failure` is what TikTok says in the end. */
export const completeSchema = z.object({
  publishId: z.string(),
  readyAt: z.int(),
  visibleAt: z.int(),
  failure: z.string().nullable(),
  /** Why it is refused once it was looked through, at `visibleAt`. */
  refusal: z.string().nullable().default(null),
  privacy: privacy.nullable(),
  sentText: z.string().nullable(),
});
