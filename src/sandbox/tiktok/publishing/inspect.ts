import { inspect } from '../../media/inspect.ts';
import { tiktokPeople } from '../people/people.ts';
import type { Publication } from '../state.ts';
import type { TikTokWorld } from '../world.ts';

/** Why TikTok makes nothing of a video; null where it does. */
export function videoFailure({ files }: TikTokWorld, { id, account, mode }: Publication): string | null {
  const seen = files.look(id, inspect);
  if (seen?.kind !== 'video' || !seen.playable) return 'file_format_check_failed';
  const { width, height, durationMs } = seen;
  const longest = mode === 'direct' ? tiktokPeople.known(account).longestSeconds : 600;
  if (durationMs !== null && durationMs > longest * 1_000) return 'duration_check_failed';
  if (width === null || height === null) return null;
  return Math.min(width, height) < 360 || Math.max(width, height) > 4_096
    ? 'picture_size_check_failed'
    : null;
}

/** Why TikTok takes no such photo; null where it does. */
export function photoFailure(bytes: Uint8Array): string | null {
  const buffer = Buffer.from(bytes);
  const seen = inspect({
    size: buffer.length,
    read: (offset, length) => buffer.subarray(offset, offset + length),
  });
  if (
    seen === undefined ||
    !['image/jpeg', 'image/webp'].includes(seen.mediaType) ||
    buffer.length > 20_000_000
  )
    return 'file_format_check_failed';
  const { width, height } = seen;
  if (width === null || height === null) return null;
  return Math.min(width, height) > 1_080 || Math.max(width, height) > 1_920
    ? 'picture_size_check_failed'
    : null;
}
