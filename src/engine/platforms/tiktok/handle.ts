import { z } from 'zod';

const plan = z.object({ videoBytes: z.int(), chunkBytes: z.int(), count: z.int() });

const video = z.object({
  kind: z.literal('video'),
  publishId: z.string(),
  uploadUrl: z.string(),
  plan,
  /** What it was begun for: another text, choice or file needs another beginning. */
  of: z.string(),
  /** Who will see it; null for a draft. */
  privacy: z.string().nullable(),
  /** TikTok no longer takes bytes for it: what has not arrived never will. */
  closed: z.boolean(),
});

const photos = z.object({
  kind: z.literal('photos'),
  /** Null until TikTok has answered. */
  publishId: z.string().nullable(),
  privacy: z.string().nullable(),
});

const handle = z.discriminatedUnion('kind', [video, photos]);

/** An upload that was begun. */
export type VideoHandle = z.infer<typeof video>;
/** What is kept of a publication, so that its fate can be asked for. */
export type Handle = z.infer<typeof handle>;

export const writeHandle = (value: Handle): string => JSON.stringify(value);

/** Null where there is none, or where it is not of this version's form. */
export const readHandle = (text: string | null): Handle | null => {
  if (text === null) return null;
  try {
    return handle.parse(JSON.parse(text));
  } catch {
    return null;
  }
};
