import type { AccountProfile } from '../reading.ts';
import type { calls } from './wire/calls.ts';

type Info = Extract<Awaited<ReturnType<typeof calls.creatorInfo>>, { ok: true }>['data']['data'];

/** What is open to a creator, as TikTok says it of them. */
export interface Creator {
  readonly privacyLevels: readonly string[];
  readonly commentDisabled: boolean;
  readonly duetDisabled: boolean;
  readonly stitchDisabled: boolean;
  /** Null where it was not said. */
  readonly longestSeconds: number | null;
}

export const creatorFrom = (info: Info): Creator => ({
  privacyLevels: info.privacy_level_options,
  commentDisabled: info.comment_disabled,
  duetDisabled: info.duet_disabled,
  stitchDisabled: info.stitch_disabled,
  longestSeconds: info.max_video_post_duration_sec ?? null,
});

/** As it is kept with the account. */
export const factsOf = (creator: Creator): AccountProfile['facts'] => ({
  privacyLevels: creator.privacyLevels.join(','),
  commentDisabled: creator.commentDisabled,
  duetDisabled: creator.duetDisabled,
  stitchDisabled: creator.stitchDisabled,
  longestSeconds: creator.longestSeconds ?? 0,
});

/** What is known of the creator; null where this account may not post directly, or is not known. */
export const creatorIn = (profile: Pick<AccountProfile, 'facts'> | null): Creator | null => {
  const { privacyLevels, commentDisabled, duetDisabled, stitchDisabled, longestSeconds } =
    profile?.facts ?? {};
  if (typeof privacyLevels !== 'string') return null;
  return {
    privacyLevels: privacyLevels.split(',').filter((level) => level !== ''),
    commentDisabled: commentDisabled === true,
    duetDisabled: duetDisabled === true,
    stitchDisabled: stitchDisabled === true,
    longestSeconds: typeof longestSeconds === 'number' && longestSeconds > 0 ? longestSeconds : null,
  };
};
