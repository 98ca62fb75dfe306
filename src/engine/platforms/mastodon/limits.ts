import { z } from 'zod';
import type { ImageTarget } from '../image-target.ts';
import type { AccountProfile } from '../reading.ts';

/** What one server takes; every server may have limits of its own. */
export interface ServerLimits {
  readonly characters: number;
  /** What an address counts, whatever its length. */
  readonly perUrl: number;
  readonly media: number;
  /** The longest description of a medium. */
  readonly description: number;
  readonly imageBytes: number;
  readonly videoBytes: number;
  /** Width times height. */
  readonly imagePixels: number;
  readonly videoFrameRate: number;
  /** Types of files that the server names; empty where it names none. */
  readonly types: readonly string[];
  /** Mastodon's number for what its API can do; 0 before it had one. 7 has quotes. */
  readonly api: number;
}

const mebibyte = 1_048_576;

/** What a server has that says nothing (Mastodon's own defaults). */
export const usualLimits: ServerLimits = {
  characters: 500,
  perUrl: 23,
  media: 4,
  description: 1_500,
  imageBytes: 16 * mebibyte,
  videoBytes: 99 * mebibyte,
  imagePixels: 33_177_600,
  videoFrameRate: 120,
  types: [
    'image/jpeg',
    'image/png',
    'image/gif',
    'image/webp',
    'image/heic',
    'image/heif',
    'image/avif',
    'video/webm',
    'video/mp4',
    'video/quicktime',
  ],
  api: 0,
};

/** What pictures are made to fit, so that older servers take them too; servers scale down what is wider themselves. */
export const imageTarget: ImageTarget = {
  types: ['image/jpeg', 'image/png', 'image/webp'],
  maxBytes: 8_000_000,
  maxWidth: 3_840,
  maxHeight: 3_840,
};

/** The version of the API that has quotes and who may quote (Mastodon 4.5). */
export const apiWithQuotes = 7;

const whole = (usual: number) => z.int().positive().catch(usual);

const stored = z.object({
  characters: whole(usualLimits.characters),
  perUrl: z.int().nonnegative().catch(usualLimits.perUrl),
  media: whole(usualLimits.media),
  description: whole(usualLimits.description),
  imageBytes: whole(usualLimits.imageBytes),
  videoBytes: whole(usualLimits.videoBytes),
  imagePixels: whole(usualLimits.imagePixels),
  videoFrameRate: whole(usualLimits.videoFrameRate),
  types: z
    .string()
    .transform((list) => list.split(' ').filter((type) => type !== ''))
    .catch([...usualLimits.types]),
  api: z.int().nonnegative().catch(0),
});

/** The limits of an account's server, from the facts that `profile` brought. */
export const limitsOf = (profile: Pick<AccountProfile, 'facts'> | null): ServerLimits =>
  profile === null ? usualLimits : stored.parse(profile.facts);
