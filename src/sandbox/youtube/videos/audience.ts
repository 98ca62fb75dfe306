import type { Video } from '../state.ts';

/** When a video that is private now will be public by itself; null where it will not. */
export function waitsUntil({ resource: { status } }: Video, now: number): number | null {
  const at = status.publishAt === undefined ? null : Date.parse(status.publishAt);
  return at !== null && at > now ? at : null;
}

/** Who can see it now. */
export function privacyOf(video: Video, now: number): 'public' | 'unlisted' | 'private' {
  const { privacyStatus, publishAt } = video.resource.status;
  return publishAt !== undefined && waitsUntil(video, now) === null ? 'public' : privacyStatus;
}

/** When it was published: at its time, or when it was uploaded. */
export function publishedAt({ at, resource: { status } }: Video): number {
  return status.publishAt === undefined ? at : Math.max(at, Date.parse(status.publishAt));
}

/** Whether somebody may see it. */
export function isVisibleTo(video: Video, channel: string, now: number): boolean {
  return video.channel === channel || privacyOf(video, now) !== 'private';
}

/** What its processing has come to. */
export function uploadStatusOf(
  { readyAt, failure, rejection, refusal }: Video,
  now: number,
): { readonly uploadStatus: string; readonly failureReason?: string; readonly rejectionReason?: string } {
  if (now < readyAt) return { uploadStatus: 'uploaded' };
  if (failure !== null) return { uploadStatus: 'failed', failureReason: failure };
  if (rejection !== null) return { uploadStatus: 'rejected', rejectionReason: rejection };
  if (refusal !== null && now >= refusal.at)
    return { uploadStatus: 'rejected', rejectionReason: refusal.reason };
  return { uploadStatus: 'processed' };
}
