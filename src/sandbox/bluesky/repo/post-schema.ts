import { z } from 'zod';

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
const graphemes = (text: string): number => [...segmenter.segment(text)].length;

const atUri = z
  .string()
  .regex(/^at:\/\/[^/\s]+\/[a-zA-Z0-9.-]+\/[A-Za-z0-9._~:-]{1,512}$/, 'must be a valid at-uri');
const did = z.string().regex(/^did:[a-z]+:[a-zA-Z0-9._:%-]+$/, 'must be a valid did');
const cid = z.string().regex(/^b[a-z2-7]{50,}$/, 'must be a valid cid');
const uri = z.string().regex(/^[a-z][a-z0-9+.-]*:\S+$/i, 'must be a uri');
export const datetime = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/, 'must be a valid atproto datetime');
const language = z
  .string()
  .regex(/^(?:[a-z]{2,3}|i)(?:-[a-zA-Z0-9]+)*$/, 'must be a well-formed BCP 47 language tag');

export const strongRef = z.looseObject({ uri: atUri, cid });

/** A file as a record names it. */
export const blob = z.looseObject({
  $type: z.literal('blob'),
  ref: z.looseObject({ $link: cid }),
  mimeType: z.string().min(1),
  size: z.int(),
});
export type BlobRef = z.infer<typeof blob>;

const facet = z.looseObject({
  index: z.looseObject({ byteStart: z.int().min(0), byteEnd: z.int().min(0) }),
  features: z.array(
    z.discriminatedUnion('$type', [
      z.looseObject({ $type: z.literal('app.bsky.richtext.facet#link'), uri }),
      z.looseObject({ $type: z.literal('app.bsky.richtext.facet#mention'), did }),
      z.looseObject({
        $type: z.literal('app.bsky.richtext.facet#tag'),
        tag: z
          .string()
          .max(640)
          .refine((tag) => graphemes(tag) <= 64, 'must not be longer than 64 graphemes'),
      }),
    ]),
  ),
});
export type Facet = z.infer<typeof facet>;

const aspectRatio = z.looseObject({ width: z.int().min(1), height: z.int().min(1) });
const images = z.looseObject({
  $type: z.literal('app.bsky.embed.images'),
  images: z
    .array(z.looseObject({ image: blob, alt: z.string(), aspectRatio: aspectRatio.optional() }))
    .max(4, 'must not have more than 4 elements'),
});
const video = z.looseObject({
  $type: z.literal('app.bsky.embed.video'),
  video: blob,
  alt: z.string().optional(),
  aspectRatio: aspectRatio.optional(),
});
const external = z.looseObject({
  $type: z.literal('app.bsky.embed.external'),
  external: z.looseObject({ uri, title: z.string(), description: z.string(), thumb: blob.optional() }),
});
const quote = z.looseObject({ $type: z.literal('app.bsky.embed.record'), record: strongRef });

/** The lexicon `app.bsky.feed.post`: what it demands, and nothing against what it does not know. */
export const postSchema = z.looseObject({
  $type: z.literal('app.bsky.feed.post'),
  text: z
    .string()
    .refine((text) => Buffer.byteLength(text) <= 3000, 'must not be longer than 3000 bytes')
    .refine((text) => graphemes(text) <= 300, 'must not be longer than 300 graphemes')
    .refine((text) => text.isWellFormed(), 'must be valid UTF-8'),
  createdAt: datetime,
  langs: z.array(language).max(3).optional(),
  tags: z.array(z.string().max(640)).max(8).optional(),
  facets: z.array(facet).optional(),
  reply: z.looseObject({ root: strongRef, parent: strongRef }).optional(),
  embed: z.discriminatedUnion('$type', [images, video, external, quote]).optional(),
  labels: z
    .looseObject({
      $type: z.literal('com.atproto.label.defs#selfLabels'),
      values: z.array(z.looseObject({ val: z.string().max(128) })).max(10),
    })
    .optional(),
});
export type PostRecord = z.infer<typeof postSchema>;

/** The files that a post shows, with what the lexicon takes there. */
export function filesOf({ embed }: PostRecord): readonly {
  readonly blob: BlobRef;
  readonly accept: RegExp;
  readonly maxSize: number;
}[] {
  switch (embed?.$type) {
    case 'app.bsky.embed.images':
      return embed.images.map(({ image }) => ({ blob: image, accept: /^image\//, maxSize: 2_000_000 }));
    case 'app.bsky.embed.video':
      return [{ blob: embed.video, accept: /^video\/mp4$/, maxSize: 300_000_000 }];
    case 'app.bsky.embed.external':
      return embed.external.thumb === undefined
        ? []
        : [{ blob: embed.external.thumb, accept: /^image\//, maxSize: 1_000_000 }];
    case 'app.bsky.embed.record':
    case undefined:
      return [];
  }
}
