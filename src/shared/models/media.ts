import { z } from 'zod';
import { mediaId, workspaceId } from './ids.ts';
import { instant } from './time.ts';

/** A file of the library, stored once by its content. Type and size are read from the bytes, never from the name. */
export const media = z.object({
  id: mediaId,
  workspaceId,
  fileName: z.string(),
  mimeType: z.string(),
  kind: z.enum(['image', 'gif', 'video']),
  bytes: z.int(),
  width: z.int().nullable(),
  height: z.int().nullable(),
  /** Milliseconds; null for pictures, and where the file does not tell. */
  durationMs: z.int().nullable(),
  /** Frames a second. */
  frameRate: z.number().nullable(),
  videoCodec: z.string().nullable(),
  audioCodec: z.string().nullable(),
  altText: z.string(),
  /** Where it lies in the library; empty for the library itself. */
  folder: z.string(),
  tags: z.array(z.string()),
  /** What the camera noted of place and time is in the file; it is left out of what is sent. */
  needsCleaning: z.boolean(),
  /** The user wants it sent with what the camera noted. */
  sentAsIs: z.boolean(),
  /** Path on the host that serves the bytes to the window. */
  url: z.string(),
  createdAt: instant,
  version: z.int(),
});
export type Media = z.infer<typeof media>;
