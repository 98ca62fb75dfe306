import { z } from 'zod';

/** The categories that a video can be put into. */
const categories = [
  '1',
  '2',
  '10',
  '15',
  '17',
  '19',
  '20',
  '22',
  '23',
  '24',
  '25',
  '26',
  '27',
  '28',
  '29',
] as const;

/** What may be said of a video when it is uploaded, as YouTube checks it; other fields are refused. */
export const resourceSchema = z.strictObject({
  snippet: z.strictObject({
    title: z.string(),
    description: z.string().default(''),
    tags: z.array(z.string()).optional(),
    categoryId: z.enum(categories).default('22'),
    defaultLanguage: z.string().optional(),
    defaultAudioLanguage: z.string().optional(),
  }),
  status: z.strictObject({
    privacyStatus: z.enum(['public', 'unlisted', 'private']).default('public'),
    publishAt: z.iso.datetime({ offset: true }).optional(),
    license: z.enum(['youtube', 'creativeCommon']).default('youtube'),
    embeddable: z.boolean().default(true),
    publicStatsViewable: z.boolean().default(true),
    selfDeclaredMadeForKids: z.boolean().optional(),
    containsSyntheticMedia: z.boolean().optional(),
  }),
});
export type Resource = z.infer<typeof resourceSchema>;

/** Why YouTube does not take it; null where it does. The reasons are those of `videos.insert`. */
export function faultOf(
  { snippet, status }: Resource,
  now: number,
): { reason: string; message: string } | null {
  const { title, description, tags = [] } = snippet;
  if (title.trim() === '' || Array.from(title).length > 100 || /[<>]/.test(title)) {
    return {
      reason: 'invalidTitle',
      message: 'The request metadata specifies an invalid or empty video title.',
    };
  }
  if (Buffer.byteLength(description) > 5000 || /[<>]/.test(description)) {
    return {
      reason: 'invalidDescription',
      message: 'The request metadata specifies an invalid video description.',
    };
  }
  const length = tags.reduce((sum, tag) => sum + Array.from(tag).length + (tag.includes(' ') ? 2 : 0), 0);
  if (length + Math.max(0, tags.length - 1) > 500 || tags.some((tag) => /[<>]/.test(tag))) {
    return { reason: 'invalidTags', message: 'The request metadata specifies invalid video keywords.' };
  }
  const { publishAt, privacyStatus } = status;
  if (publishAt !== undefined && (privacyStatus !== 'private' || Date.parse(publishAt) <= now)) {
    return {
      reason: 'invalidPublishAt',
      message: 'The request metadata specifies an invalid scheduled publishing time.',
    };
  }
  return null;
}
